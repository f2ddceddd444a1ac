import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { group } from "d3-array";
import { corpora } from "../support/shared.ts";

type Row = Record<string, string>;

/** The columns by which the source of the data (Cortez and Silva 2008) joins the two subjects. */
const keys = "school sex age address famsize Pstatus Medu Fedu Mjob Fjob reason nursery internet".split(" ");

/** Students of both subjects who had extra support in mathematics: a row a subject, first and last mark. */
export function uciTwoSubjects(): { id: number[]; pre: number[]; post: number[] } {
  const portuguese = group(read("student-por.csv"), keyOf);
  const pairs = read("student-mat.csv")
    .flatMap((maths) => (portuguese.get(keyOf(maths)) ?? []).map((other) => [maths, other]))
    .filter(([maths]) => maths!.schoolsup === "yes");
  const rows = pairs.flatMap((pair, id) => pair.map((row) => ({ id, row })));
  return {
    id: rows.map(({ id }) => id),
    pre: rows.map(({ row }) => Number(row.G1)),
    post: rows.map(({ row }) => Number(row.G3)),
  };
}

function read(file: string): Row[] {
  const text = readFileSync(join(corpora, "uci-student-performance", file), "utf8");
  return parse(text, { columns: true, delimiter: ";" });
}

function keyOf(row: Row): string {
  return JSON.stringify(keys.map((key) => row[key]));
}
