import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { ProgrammeError } from "../programme/programme-error.ts";
import { walk } from "./walk.ts";

/**
 * Checks that an edition is whole and self-contained: every file a page, script or stylesheet names is there, no
 * module is imported by a bare name, nothing is loaded from another host.
 * @throws ProgrammeError that names the file and what it refers to.
 */
export function verify(site: string): void {
  const files = walk(site);
  if (!files.includes("index.html"))
    throw new ProgrammeError("The edition has no index.html; it was not published.");
  for (const file of files) {
    for (const reference of references(file, join(site, file))) {
      const fault = judge(site, file, reference);
      if (fault) throw new ProgrammeError(`${file} ${fault}: ${reference}. The edition was not published.`);
    }
  }
}

function references(file: string, path: string): string[] {
  const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1]!);
  if (file.endsWith(".html")) {
    const html = readFileSync(path, "utf8");
    return [
      ...found(html, /<(?:a|link|script|img|source)\b[^>]*?\s(?:href|src)="([^"]+)"/g),
      ...found(html, /\burl\("?([^)"]+)"?\)/g),
      ...modules(html),
    ];
  }
  if (file.endsWith(".css")) return found(readFileSync(path, "utf8"), /\burl\("?([^)"]+)"?\)/g);
  if (!file.endsWith(".js")) return [];
  const script = readFileSync(path, "utf8");
  return isFrameworkClient(file) ? staticImports(script) : modules(script);
}

/** Framework's client imports on demand what a page may ask for; what no page asks for is not there. */
const isFrameworkClient = (file: string): boolean => file.startsWith("_observablehq/");

function modules(text: string): string[] {
  return [...staticImports(text), ...[...text.matchAll(dynamicImport)].map((match) => match[1]!)];
}

const dynamicImport = /\bimport\(\s*["']([^"'\n]+)["']\s*\)/g;

function staticImports(text: string): string[] {
  const statement = /(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{}\s,]+?\s*from\s*)?["']([^"'\n]+)["']/g;
  return [...text.matchAll(statement)].map((match) => match[1]!);
}

function judge(site: string, file: string, reference: string): string | null {
  if (/^(data:|#)/.test(reference)) return null;
  if (/^([a-z]+:)?\/\//i.test(reference)) return "refers to another host";
  if (!/^\.{0,2}\//.test(reference) && !file.endsWith(".css")) return "imports a module that was not bundled";
  const path = reference.replace(/[?#].*$/, "");
  const target = normalize(path.startsWith("/") ? path.slice(1) : join(dirname(file), path));
  if (target.startsWith("..")) return "refers to a file outside the edition";
  return existsSync(join(site, target)) ? null : "refers to a file that is missing";
}
