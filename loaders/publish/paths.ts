import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The package's own folder: where src, node_modules and observablehq.config.ts stand. */
export const packageRoot = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Framework's working folder, inside src so that bare imports resolve; git-ignored, may be deleted at any time. */
export const frameworkHome = join("src", ".observablehq");

/** The staged edition, relative to the package root. */
export const stageRoot = join(frameworkHome, "stage");

/**
 * Where Framework builds the stage to, relative to the package root; it clears only folders inside its own. Each
 * process has one of its own, for a build that was killed may leave Framework running for a moment.
 */
export const builtRoot = join(frameworkHome, `built-${process.pid}`);
