import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Edition } from "./edition.ts";
import { packageRoot, stageRoot } from "./paths.ts";
import { walk } from "./walk.ts";

const require = createRequire(import.meta.url);

/**
 * Lays out one edition for Framework: its pages, the components and its data as static files. Everything but
 * Framework's bundles of node_modules is made anew, so nothing of an earlier build can be published.
 */
export function stage(edition: Edition): void {
  const root = join(packageRoot, stageRoot);
  mkdirSync(root, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(root)) {
    if (name !== ".observablehq") rmSync(join(root, name), { recursive: true });
  }
  rmSync(join(root, ".observablehq", "cache", "data"), { recursive: true, force: true });
  cpSync(join(packageRoot, "src", edition.name), root, { recursive: true });
  cpSync(join(packageRoot, "src", "components"), join(root, "components"), { recursive: true });
  mkdirSync(join(root, "data"), { mode: 0o700 });
  for (const [name, content] of Object.entries(edition.data)) {
    writeFileSync(join(root, "data", name), JSON.stringify(content), { mode: 0o600 });
  }
  const { title, institution, pages } = edition;
  writeFileSync(join(root, "stage.json"), JSON.stringify({ title, institution, pages }), { mode: 0o600 });
  answerVersionsOffline(join(root, ".observablehq", "cache", "_npm"));
}

/**
 * Framework asks the registry for the newest version of every library its client knows, used or not. A folder named
 * after each with a version answers it, so that nothing is asked, and a page that imports npm: fails the build.
 */
function answerVersionsOffline(cache: string): void {
  const client = join(dirname(require.resolve("@observablehq/framework/package.json")), "dist", "client");
  for (const file of walk(client).filter((name) => name.endsWith(".js"))) {
    const text = readFileSync(join(client, file), "utf8");
    for (const [, name] of text.matchAll(/npm:((?:@[^/"'@]+\/)?[^/"'@\s`)]+)/g)) {
      mkdirSync(join(cache, `${name}@0.0.0`), { recursive: true });
    }
  }
}
