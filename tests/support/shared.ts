import { existsSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../loaders/publish/paths.ts";

/** Third parties' data sets, beside the project on the makers' machines only; never part of the project. */
export const corpora = join(packageRoot, "..", "shared", "corpora");

export const hasCorpora = existsSync(corpora);
