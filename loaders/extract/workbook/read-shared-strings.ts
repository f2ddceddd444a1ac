import type { Archive } from "./archive.ts";
import { unescapeText } from "./escaped-text.ts";
import type { WorkbookLimits } from "./limits.ts";
import { parsePart } from "./parse-part.ts";
import { RichText } from "./rich-text.ts";
import { sharedStringsPart } from "./vocabulary.ts";

/** The texts that cells name by index, and which of them had runs that are struck out, which are not in the text. */
export interface SharedStrings {
  strings: string[];
  struckOut: Set<number>;
}

/** The shared texts of a workbook; none where it keeps none. */
export async function readSharedStrings(
  archive: Archive,
  part: string | null,
  limits: WorkbookLimits,
): Promise<SharedStrings> {
  const strings: string[] = [];
  const struckOut = new Set<number>();
  if (part === null) return { strings, struckOut };
  const rich = new RichText();
  await parsePart(
    archive,
    part,
    sharedStringsPart,
    {
      open: (name, attributes, parent) => rich.open(name, parent, attributes),
      text: (text) => rich.text(text),
      close(name, parent) {
        rich.close(name);
        if (name !== "si" || parent !== "sst") return;
        const taken = rich.take();
        if (taken.struckOut) struckOut.add(strings.length);
        strings.push(unescapeText(taken.text));
      },
    },
    limits,
  );
  return { strings, struckOut };
}
