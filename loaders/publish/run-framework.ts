import { spawn } from "node:child_process";
import { cpSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ProgrammeError } from "../programme/programme-error.ts";
import { builtRoot, frameworkHome, packageRoot, stageRoot } from "./paths.ts";

const require = createRequire(import.meta.url);

/**
 * Builds the staged edition into a folder.
 * @throws ProgrammeError with what Framework said, where it failed or warned (a broken link is only a warning to it).
 */
export async function runFramework(output: string): Promise<void> {
  clearBuilt();
  const bin = join(
    dirname(require.resolve("@observablehq/framework/package.json")),
    "dist",
    "bin",
    "observable.js",
  );
  const tsx = import.meta.resolve("tsx");
  const child = spawn(process.execPath, ["--import", tsx, bin, "build"], {
    cwd: packageRoot,
    env: {
      ...process.env,
      MENTORING_STAGE: stageRoot,
      MENTORING_OUTPUT: builtRoot,
      OBSERVABLE_TELEMETRY_DISABLE: "true",
      NO_COLOR: "1",
      TZ: "UTC",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  child.stdout.on("data", (text) => said.push(String(text)));
  child.stderr.on("data", (text) => said.push(String(text)));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  const complaints = said
    .join("")
    .split("\n")
    .filter((line) => /\b(warning|error|failed)\b/i.test(line));
  if (code === 0 && complaints.length === 0) {
    cpSync(join(packageRoot, builtRoot), output, { recursive: true });
    clearBuilt();
    return;
  }
  throw new ProgrammeError(
    `The pages could not be built; the last release stays in place. Framework said: ${complaints.slice(0, 5).join(" ") || said.join("").trim().slice(-500)}`,
  );
}

/** Only one build runs at a time, so whatever was built here before is left over. */
function clearBuilt(): void {
  const home = join(packageRoot, frameworkHome);
  for (const name of readdirSync(home).filter((entry) => entry.startsWith("built-"))) {
    rmSync(join(home, name), { recursive: true, force: true });
  }
}
