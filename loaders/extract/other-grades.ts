import type { Aspect } from "./aspects.ts";
import { stemOf, titledDates } from "./date-in-name.ts";
import { isGiven, lowerFirst, settingsHint, sourceSnippet } from "./layout/snippet.ts";
import type { ReviewDate } from "./review-date.ts";
import type { SourceFile } from "./source-file.ts";

/** Words that make other grades of all that a file or sheet holds; those that are harmless in names (class, staff) are none. */
const otherKind = words(
  "mocks?",
  "(?:practice|trial) (?:exams?|papers?|tests?|results?|grades?)",
  "self (?:assess[a-z]*|reviews?|evaluations?|reports?|reported)",
  "(?:student|pupil|learner|peer) (?:self|assess[a-z]*|views?|voice|evaluations?)",
);
/** These are what some columns say of themselves; a result they are not. */
const noResult = words(
  "predicted",
  "predictions?",
  "forecasts?",
  "estimated",
  "estimates",
  "provisional",
  "targets?",
);
const otherTime = words(
  "prev(?:ious)?",
  "(?:last|prior) (?:years?|terms?|half terms?|reviews?|reports?|grades?|results?)",
  "old(?= ?(?:marks|grades|results|data|reviews?|copy|version|$))",
);

function words(...all: string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${all.join("|")})(?![\\p{L}])`, "iu");
}

/**
 * Why the grades of a marksheet may be others than its columns say: the name of the sheet or file, or a title, says that they
 * are of a mock, of the students themselves, of last year. Null where nothing says so, or a source of its own says what they are.
 * @param aspects Of its columns; null where a column names them.
 */
export function otherGradesDoubt(
  file: SourceFile,
  from: ReviewDate,
  titles: readonly string[],
  aspects: readonly Aspect[] | null,
): string | null {
  const { sheet, name } = file;
  const isResult = (aspect: Aspect) => "prediction" in aspect && aspect.prediction === "result";
  // Beside columns that are predicted or target grades, such a word is of them.
  const hasResults = aspects?.some(isResult) && !aspects.some((a) => "prediction" in a && !isResult(a));
  const isJudged = aspects?.some((aspect) => "criterion" in aspect || isResult(aspect)) ?? true;
  const places: [string, string][] = [
    ...(sheet === null ? [] : [["The name of the sheet", sheet] as [string, string]]),
    ["The name of the file", stemOf(name)],
    ...titles.map((title): [string, string] => ["A title above the header", title]),
  ];
  for (const [where, text] of places) {
    const said = spaced(text);
    const kind = (isJudged ? otherKind.exec(said) : null) ?? (hasResults ? noResult.exec(said) : null);
    if (kind && !saysKinds(file))
      return `${where} says "${kind[0]}", so the grades may not be what they would be read as. ${remedy(file, "aspects")}`;
    const time = otherTime.exec(said);
    if (time && !saysTime(file, from, text))
      return `${where} says "${time[0]}", so the grades may be of another time than ${"fixed" in from ? from.fixed : "the others"}. ${remedy(file, "reviewDate")}`;
  }
  return null;
}

/** A text with one space for whatever stands between its words. */
function spaced(text: string): string {
  return text
    .replace(/['’]s(?!\p{L})/giu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Whether a source is for this file or sheet alone, so that what it says was said of it. */
function isOwn({ source, name, sheet }: SourceFile): boolean {
  return source !== null && (sheet === null ? source.files === name : source.sheet !== undefined);
}

function saysKinds(file: SourceFile): boolean {
  return isOwn(file) && isGiven(file.source?.aspects);
}

/** Whether each record has its own date, or the file's own source or `reviewDates` says that of this name or title. */
function saysTime(file: SourceFile, from: ReviewDate, text: string): boolean {
  if (!("fixed" in from)) return true;
  const { reviewDate, reviewDates = {} } = file.source ?? {};
  return (
    (isOwn(file) && reviewDate === from.fixed) ||
    titledDates([text], new Map(Object.entries(reviewDates))).includes(from.fixed)
  );
}

function remedy(file: SourceFile, setting: "aspects" | "reviewDate"): string {
  const { source, name, sheet } = file;
  const settings =
    setting === "aspects"
      ? { aspects: isGiven(source?.aspects) ? source!.aspects : { "<end of the header>": "<criterion id>" } }
      : { reviewDate: "<YYYY-MM-DD>" };
  const what = setting === "aspects" ? "Say what they are" : "Say when they were given";
  const unread =
    sheet === null
      ? `If they are not to be used, add to "ignoreFiles" in programme.json: ${JSON.stringify(name)}.`
      : "If they are not to be used, hide the sheet.";
  if (source === null || isOwn(file))
    return `${what}: ${lowerFirst(settingsHint(file, file.table!, settings))} ${unread}`;
  const { table: _, files: __, sheet: ___, ...shared } = source;
  const given = Object.fromEntries(Object.entries(shared).filter(([, value]) => isGiven(value)));
  const ofSheet = sheet === null ? {} : { sheet };
  return `${what} in a source of ${sheet === null ? "the file's" : "the sheet's"} own, before the others: add to "sources" in programme.json: ${sourceSnippet(file.table!, name, { ...ofSheet, ...given, ...settings })}. ${unread}`;
}
