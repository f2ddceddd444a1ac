import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../../../loaders/statistics/", import.meta.url);

/** A module of loaders/statistics. */
export interface StatisticsModule {
  file: string;
  url: string;
  source: string;
  /** What it exports, each with the comment right above it. */
  functions: { name: string; comment: string }[];
}

export const modules: readonly StatisticsModule[] = readdirSync(folder).map((file) => {
  const url = new URL(file, folder);
  const source = readFileSync(url, "utf8");
  const found = source.matchAll(/(?:\/\*\*((?:(?!\*\/).)*)\*\/\n)?export (?:function|const) (\w+)/gs);
  const functions = [...found].map(([, comment = "", name]) => ({ name: name!, comment }));
  return { file, url: url.href, source, functions };
});
