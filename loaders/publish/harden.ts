import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { walk } from "./walk.ts";

const require = createRequire(import.meta.url);
const fonts = ["inter-latin-wght-normal.woff2", "inter-latin-ext-wght-normal.woff2"];

/**
 * Finishes a built edition: language, zoom, no time stamps, no referrer, not indexed, and a Content-Security-Policy
 * under which a page can reach nothing but its own folder and run nothing but its own scripts.
 */
export function harden(site: string): void {
  const from = join(dirname(require.resolve("@fontsource-variable/inter/package.json")), "files");
  mkdirSync(join(site, "fonts"), { recursive: true });
  for (const name of fonts) cpSync(join(from, name), join(site, "fonts", name));
  for (const name of walk(site).filter((path) => path.endsWith(".html"))) {
    const path = join(site, name);
    writeFileSync(path, hardenPage(readFileSync(path, "utf8")));
  }
}

/** One page, hardened; see harden. */
function hardenPage(html: string): string {
  const page = html
    .replace("<html>", '<html lang="en-GB">')
    .replace(/(<meta name="viewport" content="[^"]*?), maximum-scale=1"/, '$1"')
    .replace(/<meta name="generator"[^>]*>\n?/, "")
    .replace(/"lastModified":\d+,/g, "");
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${scriptHashes(page).join(" ")}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const metas = [
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="robots" content="noindex, nofollow">',
  ].join("\n");
  return page.replace('<meta charset="utf-8">', `<meta charset="utf-8">\n${metas}`);
}

function scriptHashes(html: string): string[] {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  return inline.map(([, text]) => `'sha256-${createHash("sha256").update(text!).digest("base64")}'`);
}
