import { type Fact, refuseFact } from "./fact.ts";
import type { SourceFile } from "./source-file.ts";

/** Words of rows that add others up, wherever they stand in an item. */
const totals = /\b(?:sub[- ]?)?totals?\b|\b(?:carried|brought) forward\b/i;
/** Words that are a sum, or what was planned or is left, unless the row is priced by the hour: "Overall coordination". */
const sums = /\b(?:overall|sum|budget(?:ed)?|balance|remain(?:ing|der)|surplus|deficit)\b/i;

const pence = 0.005;

/**
 * Refuses the rows of costs that are no cost but the sum of others, a budget or what is left of it: they would be added to
 * what they add up. They are known by their words; and where the last row of a file is the sum of the rows above it, or of
 * those since the sum before, by their amounts.
 * @returns the other costs.
 */
export function withoutTotals(costs: readonly Fact[]): Fact[] {
  const files = new Map<SourceFile, Fact[]>();
  for (const fact of costs) {
    const rows = files.get(fact.record.file);
    if (rows) rows.push(fact);
    else files.set(fact.record.file, [fact]);
  }
  const refused = new Set<Fact>();
  for (const rows of files.values()) {
    const named = rows.filter(isNamedTotal);
    for (const fact of named) refuse(fact, refused, "is called like a sum, a budget or a balance");
    for (const fact of sumsAtEnd(rows, new Set(named)))
      refuse(fact, refused, "has the sum of the rows above it as its amount");
  }
  return costs.filter((fact) => !refused.has(fact));
}

function isNamedTotal({ row }: Fact): boolean {
  const item = (row.item as string).replaceAll("_", " ");
  return totals.test(item) || (sums.test(item) && !isPriced(row));
}

function isPriced({ hours, rate }: Fact["row"]): boolean {
  return hours !== null && rate !== null;
}

/** The rows that are the sum of others by their amounts, the last row being one; none where it is not. */
function sumsAtEnd(rows: readonly Fact[], named: ReadonlySet<Fact>): Fact[] {
  const last = rows.at(-1)!;
  if (named.has(last) || isPriced(last.row)) return [];
  const above = rows.slice(0, -1).filter((fact) => !named.has(fact));
  if (above.length > 1 && isSum(last, above)) return [last];
  const found: Fact[] = [];
  let group: Fact[] = [];
  for (const fact of rows) {
    if (named.has(fact)) group = [];
    else if (group.length > 1 && !isPriced(fact.row) && isSum(fact, group)) {
      found.push(fact);
      group = [];
    } else group.push(fact);
  }
  if (found.at(-1) === last) return found;
  const items = above.filter((fact) => !found.includes(fact));
  return found.length > 0 && isSum(last, items) ? [...found, last] : [];
}

function isSum(fact: Fact, others: readonly Fact[]): boolean {
  const sum = others.reduce((total, { row }) => total + (amountOf(row) ?? 0), 0);
  const amount = amountOf(fact.row);
  return amount !== null && amount !== 0 && Math.abs(amount - sum) < pence;
}

function amountOf({ hours, rate, amount }: Fact["row"]): number | null {
  if (amount !== null) return amount as number;
  return hours === null || rate === null ? null : (hours as number) * (rate as number);
}

function refuse(fact: Fact, refused: Set<Fact>, why: string): void {
  refused.add(fact);
  refuseFact(fact, {
    column: "item",
    code: "constraint-error",
    message: `This row ${why}, so it is not added to the costs. Leave it out; if it is a cost of its own, give it another name, and write it above the others.`,
  });
}
