import type { Archive } from "./archive.ts";
import { builtInFormats } from "./built-in-formats.ts";
import type { WorkbookLimits } from "./limits.ts";
import { type NumberFormat, readNumberFormat } from "./number-format.ts";
import { parsePart } from "./parse-part.ts";
import { isTrue, stylesPart } from "./vocabulary.ts";

const plain = readNumberFormat("General");

/** What the cell styles say, by the index that cells name. */
export interface Styles {
  formats: NumberFormat[];
  /** Styles whose font strikes the whole cell out. */
  struckStyles: ReadonlySet<number>;
}

/** The cell styles of a workbook; one without any has one, plain. */
export async function readStyles(
  archive: Archive,
  part: string | null,
  limits: WorkbookLimits,
): Promise<Styles> {
  if (part === null) return { formats: [plain], struckStyles: new Set() };
  const codes = new Map(builtInFormats);
  const styles: { format: number; font: number }[] = [];
  const struckFonts = new Set<number>();
  let font = -1;
  let isOfCells = false;
  await parsePart(
    archive,
    part,
    stylesPart,
    {
      open(name, attributes, parent) {
        if (name === "numFmt" && parent === "numFmts") {
          codes.set(Number(attributes.get("numFmtId")), attributes.get("formatCode") ?? "");
        } else if (name === "xf" && parent === "cellXfs") {
          styles.push({
            format: Number(attributes.get("numFmtId") ?? 0),
            font: Number(attributes.get("fontId") ?? 0),
          });
        } else if (name === "font") {
          // Conditional formats have fonts of their own, which are in no list.
          isOfCells = parent === "fonts";
          if (isOfCells) font++;
        } else if (name === "strike" && parent === "font" && isOfCells) {
          if (isTrue(attributes.get("val") ?? "1")) struckFonts.add(font);
        }
      },
    },
    limits,
  );
  const formats = new Map([...codes].map(([id, code]) => [id, readNumberFormat(code)]));
  return {
    formats: styles.map(({ format }) => formats.get(format) ?? plain),
    struckStyles: new Set(styles.flatMap(({ font }, i) => (struckFonts.has(font) ? [i] : []))),
  };
}
