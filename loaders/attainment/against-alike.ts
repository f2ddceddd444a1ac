/**
 * Each value minus the mean of the others of its group, in the unit of the values: the value itself is left out, so
 * that nobody is compared with themselves. Null where the group holds fewer than `fewest` others.
 * Source: definition of this project, in the manner of value added; see docs/methods.md.
 *
 * @param fewest The smallest number of others that a mean may rest on.
 * @throws RangeError where a value is not finite, or `fewest` is not a whole number of at least 1.
 * @example againstAlike([{"group": "a", "value": 5}, {"group": "a", "value": 3}, {"group": "a", "value": 4}, {"group": "b", "value": 9}], 2) // => [1.5, -1.5, 0, null]
 */
export function againstAlike(
  values: readonly { group: string; value: number }[],
  fewest: number,
): (number | null)[] {
  if (!(Number.isInteger(fewest) && fewest >= 1))
    throw new RangeError(`The argument fewest is ${fewest}; give a whole number of at least 1.`);
  const groups = new Map<string, { sum: number; n: number }>();
  for (const { group, value } of values) {
    if (!Number.isFinite(value))
      throw new RangeError(`The argument values holds ${value}; give finite numbers.`);
    const of = groups.get(group) ?? { sum: 0, n: 0 };
    groups.set(group, { sum: of.sum + value, n: of.n + 1 });
  }
  return values.map(({ group, value }) => {
    const { sum, n } = groups.get(group)!;
    return n - 1 < fewest ? null : value - (sum - value) / (n - 1);
  });
}
