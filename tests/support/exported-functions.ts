import { readdirSync, readFileSync } from "node:fs";

/** A module of a folder of pure functions. */
export interface FunctionModule {
  file: string;
  url: string;
  source: string;
  /** What it exports, each with the comment right above it. */
  functions: { name: string; comment: string }[];
}

/**
 * The modules of a folder.
 * @param folder Below the project, for example "loaders/statistics".
 */
export function functionModules(folder: string): FunctionModule[] {
  const at = new URL(`../../${folder}/`, import.meta.url);
  return readdirSync(at).map((file) => {
    const url = new URL(file, at);
    const source = readFileSync(url, "utf8");
    const found = source.matchAll(/(?:\/\*\*((?:(?!\*\/).)*)\*\/\n)?export (?:function|const) (\w+)/gs);
    const functions = [...found].map(([, comment = "", name]) => ({ name: name!, comment }));
    return { file, url: url.href, source, functions };
  });
}
