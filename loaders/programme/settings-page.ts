import { z } from "zod";
import { programmeSchema } from "./schema.ts";

interface Node {
  type?: string;
  description?: string;
  default?: unknown;
  properties?: Record<string, Node>;
  required?: string[];
  items?: Node;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Node[];
  additionalProperties?: Node | boolean;
}

/** docs/settings.md: every setting of programme.json with its kind, default and meaning, generated from the schema. */
export function settingsPage(): string {
  const root = z.toJSONSchema(programmeSchema, { io: "input" }) as Node;
  const lines = [
    "# Settings",
    "",
    "Every key of `programme.json`. Generated from `loaders/programme/schema.ts`; unknown keys are refused by name.",
    "",
    "| setting | kind | default | meaning |",
    "|---|---|---|---|",
    ...rows(root, ""),
  ];
  return `${lines.join("\n")}\n`;
}

function rows(node: Node, prefix: string): string[] {
  return Object.entries(node.properties ?? {}).flatMap(([key, child]) => {
    const name = `${prefix}${key}`;
    const required = node.required?.includes(key) ?? false;
    const fallback = required ? "required" : child.default === undefined ? "" : code(child.default);
    const nested = child.items?.properties
      ? { node: child.items, prefix: `${name}[].` }
      : { node: child, prefix: `${name}.` };
    return [
      `| \`${name}\` | ${kind(child)} | ${fallback} | ${child.description ?? ""} |`,
      ...rows(nested.node, nested.prefix),
    ];
  });
}

function kind(node: Node): string {
  if (node.enum) return node.enum.map((value) => code(value)).join(", ");
  if (node.const !== undefined) return code(node.const);
  if (node.anyOf) return node.anyOf.map(kind).join(" or ");
  if (node.type === "array") return `list of ${kind(node.items ?? {})}`;
  return node.type ?? "any";
}

const code = (value: unknown): string => `\`${JSON.stringify(value).replaceAll("|", "\\|")}\``;
