import { tableOfName, tablesOfHeader } from "../recognise.ts";
import type { Candidate } from "./header-candidates.ts";
import { anyTable, settingsHint } from "./snippet.ts";
import type { FileContext } from "./vocabulary.ts";

/** What to add to programme.json so that this candidate is the header. */
export function say(context: FileContext, best: Candidate): string {
  const table = tablesOfHeader(context.programme, context.source, best)[0] ?? null;
  return add(context, best.first, best.rows === 2 ? { headerRows: 2 } : {}, table);
}

/** The sentence with an entry for sources; `table` is used where neither source nor name says another. */
export function add(
  { source, fileName, sheet }: FileContext,
  skipRows: number,
  settings: Record<string, unknown>,
  table: string | null,
): string {
  const likely = source?.table ?? tableOfName(fileName) ?? table ?? anyTable;
  return settingsHint({ name: fileName, sheet: sheet ?? null, source }, likely, {
    skipRows: Math.max(0, skipRows),
    ...settings,
  });
}
