import type { Builder } from "./dom.js";

/** A student's name, which leads to the student's own page. */
export function studentLink({ h }: Builder, { key, name }: { key: string; name: string }): HTMLElement {
  return h("a", { href: `./student.html#student=${key}` }, name);
}
