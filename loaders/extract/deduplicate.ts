import { type Fact, refuseFact } from "./fact.ts";
import { tables } from "./tables.ts";

/**
 * Collapses rows with the same content, and refuses every row of a key that stands with different contents.
 * @param facts Facts of one stored table.
 * @returns the rows kept, in order, and how many duplicates were collapsed into them.
 */
export function deduplicate(facts: readonly Fact[]): { kept: Fact[]; collapsed: number } {
  const table = facts[0]?.table;
  if (!table) return { kept: [], collapsed: 0 };
  const key = tables[table].key;
  const columns = Object.keys(tables[table].columns);
  const joined = (fact: Fact, names: readonly string[]) =>
    JSON.stringify(names.map((name) => fact.row[name] ?? null));
  const contentOf = (fact: Fact) => joined(fact, columns);
  const keyOf = (fact: Fact) => joined(fact, key ?? columns);

  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const id = keyOf(fact);
    const group = groups.get(id);
    if (group) group.push(fact);
    else groups.set(id, [fact]);
  }
  const kept: Fact[] = [];
  let collapsed = 0;
  for (const group of groups.values()) {
    const first = group[0]!;
    if (group.length === 1 || group.every((fact) => contentOf(fact) === contentOf(first))) {
      kept.push(first);
      collapsed += group.length - 1;
      continue;
    }
    for (const fact of group) {
      refuseFact(fact, {
        code: "primary-key",
        message: `The same ${(key ?? []).join(", ")} stands with other contents in ${placesBut(fact, group)}. Keep the right one in the export.`,
      });
    }
  }
  return { kept, collapsed };
}

const shownPlaces = 3;

/** Where the other facts of a group stand; only the first few, for a wrong key column makes one group of a whole file. */
function placesBut(fact: Fact, group: readonly Fact[]): string {
  const others = group.slice(0, shownPlaces + 1).filter((other) => other !== fact);
  const shown = others
    .slice(0, shownPlaces)
    .map(({ record }) => `${record.file.name} line ${record.first}`)
    .join(", ");
  const more = group.length - 1 - Math.min(others.length, shownPlaces);
  return more > 0 ? `${shown} and ${more} more places` : shown;
}
