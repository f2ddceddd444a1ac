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
  const contentOf = (fact: Fact) => columns.map((column) => String(fact.row[column] ?? "")).join("\u001f");
  const keyOf = key
    ? (fact: Fact) => key.map((column) => String(fact.row[column] ?? "")).join("\u001f")
    : contentOf;

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
      const others = group
        .filter((other) => other !== fact)
        .map(({ record }) => `${record.file.name} line ${record.first}`);
      refuseFact(fact, {
        code: "primary-key",
        message: `The same ${(key ?? []).join(", ")} stands with other contents in ${others.join(", ")}. Keep the right one in the export.`,
      });
    }
  }
  return { kept, collapsed };
}
