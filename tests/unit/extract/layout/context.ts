import type { FileContext } from "../../../../loaders/extract/layout/vocabulary.ts";
import { resolveSettings } from "../../../../loaders/programme/load-settings.ts";
import type { ProgrammeInput, SourceSettings } from "../../../../loaders/programme/schema.ts";
import { minimalSettings } from "../../../support/programme-folder.ts";

/**
 * A file of a programme with the criteria Focus, Effort and Effort in Lesson.
 * @param source What its source declares; nothing more is filled in.
 */
export function context({
  fileName = "exports/x.csv",
  source = null,
  settings = {},
}: {
  fileName?: string;
  source?: Partial<SourceSettings> | null;
  settings?: Partial<ProgrammeInput>;
} = {}): FileContext {
  const programme = resolveSettings("/nowhere", {
    ...minimalSettings,
    criteria: [...minimalSettings.criteria, { id: "lesson", label: "Effort in Lesson", scale: "review5" }],
    ...settings,
  });
  return {
    programme,
    fileName,
    source: source && ({ columns: {}, aspects: {}, reviewDates: {}, ...source } as SourceSettings),
  };
}
