import type { z } from "zod";
import { suggest } from "./suggest.ts";

/** Where a setting stands, as a reader would write it: sources[0].encoding. */
function place(path: readonly PropertyKey[]): string {
  return path
    .map((key, i) => (typeof key === "number" ? `[${key}]` : i ? `.${String(key)}` : String(key)))
    .join("");
}

/** Keys of the object schema at a path, for suggesting the one that was meant. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let node: unknown = schema;
  const unwrap = (value: unknown): unknown => {
    const inner = value as { def?: { innerType?: unknown } };
    return inner?.def?.innerType ? unwrap(inner.def.innerType) : value;
  };
  for (const key of path) {
    const current = unwrap(node) as { shape?: Record<PropertyKey, unknown>; element?: unknown };
    node = typeof key === "number" ? current.element : current.shape?.[key];
  }
  return Object.keys((unwrap(node) as { shape?: object })?.shape ?? {});
}

/**
 * The first problem that validation found in programme.json, as one sentence that says what, where and what to do.
 * @param schema The schema that refused the settings, for suggestions.
 * @param issues The issues zod reported; at least one.
 */
export function settingsProblem(schema: z.ZodType, issues: readonly z.core.$ZodIssue[]): string {
  const unknown = issues.find((issue) => issue.code === "unrecognized_keys");
  const issue = unknown ?? issues[0]!;
  const at = place(issue.path);
  if (issue.code === "unrecognized_keys") {
    const key = issue.keys[0]!;
    const meant = suggest(key, keysAt(schema, issue.path));
    const where = at ? ` in ${at}` : "";
    return `programme.json: "${key}" is not a setting${where}. ${meant ? `Did you mean "${meant}"?` : "Remove it, or see docs/settings.md for the settings there are."}`;
  }
  if (issue.code === "invalid_type" && issue.message.includes("received undefined")) {
    return `programme.json: "${at}" is missing. Add it; docs/settings.md shows an example.`;
  }
  if (issue.code === "invalid_value") {
    return `programme.json: "${at}" must be one of ${issue.values.map((value) => JSON.stringify(value)).join(", ")}.`;
  }
  return `programme.json: "${at}" is not usable: ${issue.message.replace(/\.$/, "")}.`;
}
