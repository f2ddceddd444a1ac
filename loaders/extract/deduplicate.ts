import { placeWords, refusalOfConflict } from "./conflicts.ts";
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
    const places = group.map(({ record }) => ({ file: record.file, line: record.first }));
    group.forEach((fact, i) => {
      refuseFact(fact, refusalOfConflict(key ?? [], placeWords(places, i)));
    });
  }
  return { kept, collapsed };
}
