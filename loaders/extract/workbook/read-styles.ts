import type { Archive } from "./archive.ts";
import { builtInFormats } from "./built-in-formats.ts";
import type { WorkbookLimits } from "./limits.ts";
import { type NumberFormat, readNumberFormat } from "./number-format.ts";
import { parsePart } from "./parse-part.ts";
import { stylesPart } from "./vocabulary.ts";

const plain = readNumberFormat("General");

/** The number format of each cell style, by the index that cells name. A workbook without styles has one, plain. */
export async function readStyles(
  archive: Archive,
  part: string | null,
  limits: WorkbookLimits,
): Promise<NumberFormat[]> {
  if (part === null) return [plain];
  const codes = new Map(builtInFormats);
  const ids: number[] = [];
  await parsePart(
    archive,
    part,
    stylesPart,
    {
      open(name, attributes, parent) {
        if (name === "numFmt" && parent === "numFmts") {
          codes.set(Number(attributes.get("numFmtId")), attributes.get("formatCode") ?? "");
        } else if (name === "xf" && parent === "cellXfs") {
          ids.push(Number(attributes.get("numFmtId") ?? 0));
        }
      },
    },
    limits,
  );
  const formats = new Map([...codes].map(([id, code]) => [id, readNumberFormat(code)]));
  return ids.map((id) => formats.get(id) ?? plain);
}
