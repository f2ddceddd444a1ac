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
    const current = unwrap(node) as {
      shape?: Record<PropertyKey, unknown>;
      element?: unknown;
      valueType?: unknown;
    };
    node = typeof key === "number" ? current.element : (current.valueType ?? current.shape?.[key]);
  }
  const { options = [node] } = unwrap(node) as { options?: unknown[] };
  return options.flatMap((shape) => Object.keys((unwrap(shape) as { shape?: object })?.shape ?? {}));
}

/** The problem itself: of a choice between shapes (a text or an object), that of the shape which was meant. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== "invalid_union") return issue;
  const inside = issue.errors.flat();
  const meant =
    inside.find(({ code }) => code === "unrecognized_keys") ?? inside.find(({ path }) => path.length > 0);
  return meant ? innermost({ ...meant, path: [...issue.path, ...meant.path] }) : issue;
}

/** The values that a choice between single values allows, or null for another choice. */
function choices(issue: z.core.$ZodIssue): readonly unknown[] | null {
  if (issue.code === "invalid_value") return issue.values;
  if (issue.code !== "invalid_union") return null;
  const values = issue.errors.map(([first]) => first && choices(first));
  return values.every((value) => value) ? values.flatMap((value) => value!) : null;
}

/**
 * The first problem that validation found in programme.json, as one sentence that says what, where and what to do.
 * @param schema The schema that refused the settings, for suggestions.
 * @param issues The issues zod reported; at least one.
 */
export function settingsProblem(schema: z.ZodType, issues: readonly z.core.$ZodIssue[]): string {
  const all = issues.map(innermost);
  const issue = all.find(({ code }) => code === "unrecognized_keys") ?? all[0]!;
  if (issue.path.length === 0 && issue.code === "invalid_type")
    return "programme.json must be one object: settings in braces. data/templates/programme.json shows an example.";
  const at = place(issue.path);
  if (issue.code === "unrecognized_keys") {
    const key = issue.keys[0]!;
    const meant = suggest(key, keysAt(schema, issue.path));
    const where = at ? ` in ${at}` : "";
    return `programme.json: "${key}" is not a setting${where}. ${meant ? `Did you mean "${meant}"?` : "Remove it, or see docs/settings.md for the settings there are."}`;
  }
  const values = choices(issue);
  const allowed = values?.map((value) => JSON.stringify(value)).join(", ");
  if (issue.input === undefined && (issue.code === "invalid_type" || issue.code === "invalid_value")) {
    return `programme.json: "${at}" is missing. Add it${allowed ? `, one of ${allowed}` : ""}; data/templates/programme.json shows an example.`;
  }
  if (allowed) return `programme.json: "${at}" must be one of ${allowed}.`;
  if (issue.code === "invalid_union") {
    return `programme.json: "${at}" must be the id of a criterion, or {"predictions": "<kind>"}.`;
  }
  return `programme.json: "${at}" is not usable: ${issue.message.replace(/\.$/, "")}.`;
}
