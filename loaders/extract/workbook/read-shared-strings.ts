import type { Archive } from "./archive.ts";
import { unescapeText } from "./escaped-text.ts";
import type { WorkbookLimits } from "./limits.ts";
import { parsePart } from "./parse-part.ts";
import { RichText } from "./rich-text.ts";
import { sharedStringsPart } from "./vocabulary.ts";

/** The texts that cells name by index; none where the workbook keeps none. */
export async function readSharedStrings(
  archive: Archive,
  part: string | null,
  limits: WorkbookLimits,
): Promise<string[]> {
  const strings: string[] = [];
  if (part === null) return strings;
  const rich = new RichText();
  await parsePart(
    archive,
    part,
    sharedStringsPart,
    {
      open: (name, _, parent) => rich.open(name, parent),
      text: (text) => rich.text(text),
      close(name, parent) {
        rich.close();
        if (name === "si" && parent === "sst") strings.push(unescapeText(rich.take()));
      },
    },
    limits,
  );
  return strings;
}
