import { z } from "zod";
import { outcomeLabel } from "../evaluation/evaluate.ts";
import { longDate } from "../evaluation/words.ts";
import type { Programme } from "../programme/load-settings.ts";
import { programmeSchema } from "../programme/schema.ts";

/** A setting that bears on the numbers, as it stands. */
export interface SettingInForce {
  /** As programme.json names it: "windows.baselineDaysBefore". */
  key: string;
  title: string;
  /** In words: "60", "prior attainment, sex", "none". */
  value: string;
  /** Whether it is what stands without an entry in programme.json. */
  isDefault: boolean;
  meaning: string;
}

interface Node {
  title?: string;
  description?: string;
  default?: unknown;
  properties?: Record<string, Node>;
}

/** Every setting to which the schema gives a title, with its value in this programme, in the order of the schema. */
export function settingsInForce(programme: Programme): SettingInForce[] {
  const schema = z.toJSONSchema(programmeSchema, { io: "input" }) as Node;
  return settingsOf(schema, programme.settings, "").map(({ key, node, value }) => ({
    key,
    title: node.title!,
    value: key === "primaryOutcome" ? outcomeLabel(programme, value as string) : inWords(value),
    isDefault: node.default !== undefined && JSON.stringify(node.default) === JSON.stringify(value),
    meaning: node.description!,
  }));
}

function settingsOf(
  node: Node,
  values: unknown,
  path: string,
): { key: string; node: Node; value: unknown }[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, child]) => {
    const key = path === "" ? name : `${path}.${name}`;
    const value = (values as Record<string, unknown>)[name];
    if (child.title !== undefined) return value === undefined ? [] : [{ key, node: child, value }];
    return value === undefined ? [] : settingsOf(child, value, key);
  });
}

/** A value as readers write it: lists in order, codes in words, dates in full. */
function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(inWords).join(", ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return longDate(text);
  return /^[a-z]+(?:[_-][a-z]+)+$/.test(text) ? text.replaceAll(/[_-]/g, " ") : text;
}
