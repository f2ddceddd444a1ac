import type { EvaluationRecord } from "../../loaders/evaluation/record.ts";
import { definitionGroups } from "../../loaders/methods/definition-groups.ts";

const defined: ReadonlySet<string> = new Set(
  definitionGroups.flatMap(({ definitions }) => definitions.flatMap(({ fields }) => [...fields])),
);
const keyed = new Set(
  [...defined].filter((field) => field.endsWith(".*")).map((field) => field.slice(0, -2)),
);

/** The fields of a record that no definition defines. */
export function undefinedFields(record: EvaluationRecord): string[] {
  return fieldsOf(record, "").filter((field) => !defined.has(field));
}

/** The fields that hold something, as definitions name them: "[]" for each item of a list, a pair of numbers one field. */
function fieldsOf(value: unknown, path: string): string[] {
  if (value === null) return [];
  if (isPair(value) || typeof value !== "object") return [path];
  const found = Array.isArray(value)
    ? value.flatMap((item) => fieldsOf(item, `${path}[]`))
    : Object.entries(value as object).flatMap(([key, child]) =>
        fieldsOf(child, path === "" ? key : `${path}.${keyed.has(path) ? "*" : key}`),
      );
  return [...new Set(found)];
}

function isPair(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((item) => item === null || typeof item === "number")
  );
}
