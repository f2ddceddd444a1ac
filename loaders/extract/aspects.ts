import type { Programme } from "../programme/load-settings.ts";
import { type PredictionKind, predictionKinds, type SourceSettings } from "../programme/schema.ts";
import { suggest } from "../programme/suggest.ts";
import { fold } from "./columns.ts";
import { type HintedFile, settingsHint } from "./layout/snippet.ts";
import { subjectTest } from "./layout/subjects.ts";
import { isOnlyQualified, type Qualifier, qualifierIn } from "./qualifiers.ts";
import { damageRemedy, excelLoss } from "./values/excel-damage.ts";
import { dittoMessage, isDitto } from "./values/no-value.ts";
import { shownName } from "./values/shown-value.ts";
import { readDate } from "./values.ts";

/** What a column or cell of a marksheet holds: a criterion's grade or a kind of prediction. */
export type Aspect = { criterion: string } | { prediction: PredictionKind };

export interface AspectFinder {
  /** The aspect that a text names as a whole, "ignored" where the settings say so, or null. */
  whole(text: string): Aspect | "ignored" | null;
  /** Subject and aspect of a text such as "Biology Effort in Lesson", by the longest known aspect at its end. */
  split(text: string): SubjectAspect | null;
  /** Why a text that ends in a known aspect is not split, where what stands before it is no subject for certain. */
  doubt(text: string): DoubtfulHeader | null;
  /**
   * Subject and aspect of each header of a file, or why there are none for certain; null where a header has no aspect.
   * The aspect stands at the end; only where no header has it there may it stand first ("Focus - Biology",
   * "Focus (Biology)"), and then in two headers or more.
   */
  judgeAll(labels: readonly string[]): (SubjectAspect | DoubtfulHeader | null)[];
  /** As judgeAll, null also where there is a doubt. */
  splitAll(labels: readonly string[]): (SubjectAspect | null)[];
  /** Why a cell that should hold a subject holds none, or not only one; null where nothing speaks against it. */
  subjectDoubt(text: string): Pick<DoubtfulHeader, "word" | "about"> | null;
  /** Whether "subjects" in programme.json names it. */
  isDeclared(text: string): boolean;
  /** Whether a text above aspects may be their subject: no date, number or aspect, and not only words of another time. */
  isSubject(text: string): boolean;
}

export interface SubjectAspect {
  subject: string;
  aspect: Aspect | "ignored";
}

/** A header of a known aspect and of what is no subject for certain: "R1 Maths Focus", "Maths Target Effort". */
export interface DoubtfulHeader {
  /** What would be the subject. */
  doubtful: string;
  /** What it would be graded in. */
  of: Aspect | "ignored";
  /**
   * The word of it that raises the doubt, and what it is about; "aspect" where it is a known aspect itself, "beside" where
   * other columns of the file show that it is no part of a subject's name.
   */
  word: string;
  about: Qualifier["about"] | "aspect" | "beside";
  /** The end of the header from that word on, where it could be one aspect: "Mock Result", "Target Effort". */
  ending: string | null;
}

/** What schools call the kinds of predictions, where the words can mean nothing else. docs/reading.md lists them. */
const kindNames: Record<PredictionKind, readonly string[]> = {
  predicted: [
    "Pred",
    "Prediction",
    "Predicted Grade",
    "Predicted Grades",
    "Forecast",
    "Forecast Grade",
    "Forecast Grades",
    "Anticipated Grade",
    "Anticipated Grades",
  ],
  working_at: ["Working At Grade", "WAG", "Current Grade", "Currently Working At"],
  target: ["Target Grade", "Target Grades"],
  minimum_target: ["MTG", "Minimum Target Grade", "Min Target", "Min Target Grade"],
  result: ["Final Grade", "Final Result"],
};

/** Marks before an aspect's name in some MIS: "*Effort", "#Attendance". */
const sigils = "*#~^!";
const separators = " :|/-–—(";
/** A longer text is a comment, not a subject and an aspect. */
const longestHeader = 300;

/**
 * The aspects that a source knows: its own `aspects`, then what is ignored, then labels and ids of the criteria, then
 * prediction kinds by their usual names. A sigil before a name and a key stage after it do not count, unless a name is
 * declared with them: "*Forecast Grades (KS5)".
 */
export function aspectFinder(programme: Programme, source: SourceSettings | null): AspectFinder {
  const known = knownAspects(programme, source);
  const longestFirst = [...known.keys()].sort((a, b) => b.length - a.length);
  const whole: AspectFinder["whole"] = (text) => {
    const folded = fold(text);
    return known.get(folded) ?? known.get(fold(bare(folded))) ?? null;
  };
  const isDeclared = subjectTest(programme.settings);
  const kinds = longestFirst.filter((name) => isPrediction(known.get(name)!));
  const wordOf = (subject: string, isGrade: boolean) =>
    isDeclared(subject)
      ? null
      : (qualifierIn(subject, isGrade) ?? wordInside(subject, { names: longestFirst, kinds }, whole));
  const judge = ({ subject, name, tidy, isFirst }: Parts): SubjectAspect | DoubtfulHeader | null => {
    if (subject === "") return null;
    const aspect = known.get(name)!;
    const found = wordOf(subject, isGrade(name, aspect));
    if (found === null) return { subject, aspect };
    const ending = isFirst ? null : endingFrom(found.word, subject, tidy);
    return { doubtful: subject, of: aspect, ...found, ending };
  };

  const judgeEnd = (text: string) => {
    if (text.length > longestHeader || whole(text) !== null) return null;
    for (const tidy of formsOf(text)) {
      const folded = tidy.toLowerCase();
      const name = longestFirst.find(
        (end) => folded.endsWith(end) && `${separators}${sigils}`.includes(folded.at(-end.length - 1) ?? "x"),
      );
      if (name === undefined) continue;
      return judge({
        subject: trimmed(tidy.slice(0, tidy.length - name.length)),
        name,
        tidy,
        isFirst: false,
      });
    }
    return null;
  };
  const judgeFront = (text: string) => {
    if (text.length > longestHeader || whole(text) !== null) return null;
    const tidy = spaced(text);
    const found = /^(.+?)(?:\s[-–—]\s|:\s?|\s?\((?=[^()]+\)$))([^()]+)\)?$/.exec(tidy);
    if (!found || whole(found[2]!) !== null) return null;
    const name = [fold(found[1]!), fold(bare(fold(found[1]!)))].find((text) => known.has(text));
    return name === undefined ? null : judge({ subject: found[2]!.trim(), name, tidy, isFirst: true });
  };
  const judgeAll: AspectFinder["judgeAll"] = (labels) => {
    const atEnd = labels.map(judgeEnd);
    if (atEnd.some(isSplit)) return atEnd;
    const atFront = labels.map(judgeFront);
    return atFront.filter((found) => found !== null).length >= 2
      ? atFront.map((found, i) => found ?? atEnd[i]!)
      : atEnd;
  };
  const splitOf = (found: ReturnType<typeof judgeEnd>) => (isSplit(found) ? found : null);
  return {
    whole,
    split: (text) => splitOf(judgeEnd(text)),
    subjectDoubt: (text) => (text.length > longestHeader ? null : wordOf(text, false)),
    isDeclared,
    isSubject: (text) =>
      isDeclared(text) ||
      (whole(text) === null && readDate(text, "d/m/yy") === null && !isOnlyQualified(text)),
    doubt(text) {
      const found = judgeEnd(text);
      return isDoubtful(found) ? found : null;
    },
    judgeAll,
    splitAll: (labels) => judgeAll(labels).map(splitOf),
  };
}

/** A header taken apart, before it is asked whether its subject is one. */
interface Parts {
  subject: string;
  /** The known aspect. */
  name: string;
  /** The header that they are of. */
  tidy: string;
  isFirst: boolean;
}

function isSplit(found: SubjectAspect | DoubtfulHeader | null): found is SubjectAspect {
  return found !== null && "aspect" in found;
}

export function isDoubtful(
  found: SubjectAspect | DoubtfulHeader | null | undefined,
): found is DoubtfulHeader {
  return found != null && "doubtful" in found;
}

function isPrediction(aspect: Aspect | "ignored"): boolean {
  return aspect !== "ignored" && "prediction" in aspect;
}

function isGrade(name: string, aspect: Aspect | "ignored"): boolean {
  const isResult = aspect !== "ignored" && "prediction" in aspect && aspect.prediction === "result";
  return isResult || /(?:grades?|results?)$/.test(name);
}

/** What joins two aspects: "Maths Focus and Effort", "Maths Focus/Effort", "Maths (Focus) Effort". */
const joints =
  /(?:[^\p{L}\p{N}%]|(?<![\p{L}\p{N}])(?:and|or|plus|minus|vs|v|versus|to|than|against)(?![\p{L}\p{N}]))+$/iu;

/**
 * What a subject may not be, end in, or have before a colon or dash: a date, or another known aspect. Nor may it begin
 * with a kind of prediction ("Predicted Maths"); with a criterion it may ("Effort Club").
 */
function wordInside(
  subject: string,
  { names, kinds }: { names: readonly string[]; kinds: readonly string[] },
  whole: AspectFinder["whole"],
): Pick<DoubtfulHeader, "word" | "about"> | null {
  if (readDate(subject, "d/m/yy") !== null) return { word: subject, about: "review" };
  if (whole(subject) !== null) return { word: subject, about: "aspect" };
  const first = /^(.+?)(?:\s[-–—]\s|:)/.exec(subject)?.[1];
  if (first !== undefined && whole(first) !== null) return { word: first, about: "aspect" };
  const kind = kinds.find(
    (start) =>
      subject.toLowerCase().startsWith(start) && !/[\p{L}\p{M}\p{N}]/u.test(subject[start.length] ?? "x"),
  );
  if (kind !== undefined) return { word: subject.slice(0, kind.length), about: "aspect" };
  for (const text of [subject, subject.replace(joints, "")]) {
    const folded = text.toLowerCase();
    const name = names.find(
      (end) => folded.endsWith(end) && !/[\p{L}\p{M}\p{N}]/u.test(folded.at(-end.length - 1) ?? " "),
    );
    if (name !== undefined) return { word: text.slice(-name.length), about: "aspect" };
  }
  return null;
}

/** The end of a header from a word at the end of its subject on, with the bracket before it; null for any other word. */
function endingFrom(word: string, subject: string, tidy: string): string | null {
  const inSubject = subject.lastIndexOf(word);
  const isLast = subject.slice(inSubject + word.length).replace(joints, "") === "";
  if (!isLast || inSubject === 0) return null;
  const at = tidy.indexOf(subject) + inSubject;
  const ending = tidy.slice(at);
  return tidy[at - 1] === "(" && !ending.includes("(") && ending.includes(")") ? `(${ending}` : ending;
}

function knownAspects(
  programme: Programme,
  source: SourceSettings | null,
): ReadonlyMap<string, Aspect | "ignored"> {
  const known = new Map<string, Aspect | "ignored">();
  for (const kind of predictionKinds) {
    for (const name of [kind, ...kindNames[kind]]) known.set(fold(name), { prediction: kind });
  }
  for (const { id, label } of programme.criteria) {
    known.set(fold(id), { criterion: id });
    known.set(fold(label), { criterion: id });
  }
  for (const name of programme.settings.ignoreCriteria) known.set(fold(name), "ignored");
  for (const [name, target] of Object.entries(source?.aspects ?? {})) {
    known.set(
      fold(name),
      typeof target === "string" ? { criterion: target } : { prediction: target.predictions },
    );
  }
  known.delete("");
  return known;
}

/**
 * Says that an aspect is not known, what it may have been meant for, and what to add to programme.json.
 * @param text The cell of a criterion column, as it stands in the file.
 */
export function unknownAspectMessage(
  programme: Programme,
  file: HintedAspects,
  text: string,
  isName: (word: string) => boolean,
): string {
  if (isDitto(text)) return dittoMessage;
  const loss = excelLoss(text);
  if (loss) return `This cell names no aspect: ${loss}. ${damageRemedy}`;
  const shown = shownName(text, isName);
  const subject = shown === null ? "This text" : `"${shown}"`;
  const remedy = aspectRemedy(programme, file, shown ?? "<the aspect>");
  return `${subject} is neither a declared criterion nor a kind of prediction. ${remedy}`;
}

/** What of a file the remedy has to know. */
export type HintedAspects = HintedFile & { table: string | null; source: SourceSettings | null };

/**
 * What an unknown aspect may have been meant for, where one is near, and what to add to programme.json.
 * @param text The aspect alone, as it stands in the file.
 */
export function aspectRemedy(programme: Programme, file: HintedAspects, text: string): string {
  const names = [
    ...programme.criteria.map(({ label }) => label),
    ...programme.settings.ignoreCriteria,
    ...Object.keys(file.source?.aspects ?? {}),
    ...Object.values(kindNames).flat(),
  ];
  const near = suggest(bare(spaced(text)), names);
  const meant = near ? `Did you mean "${near}"? ` : "";
  const aspect = near ? knownAspects(programme, file.source).get(fold(near)) : undefined;
  const hint = settingsHint(file, file.table ?? "marksheet", { aspects: { [text]: targetOf(aspect) } });
  return `${meant}${hint} If it is not to be used, add to "ignoreCriteria" in programme.json: ${JSON.stringify(text)}.`;
}

/** An aspect as programme.json writes it. */
export function targetOf(aspect: Aspect | "ignored" | undefined): string | { predictions: PredictionKind } {
  if (aspect === undefined || aspect === "ignored") return "<criterion id>";
  return "criterion" in aspect ? aspect.criterion : { predictions: aspect.prediction };
}

function spaced(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\s_]+/g, " ")
    .trim();
}

/** A name without the sigil before it and the key stage after it. */
function bare(name: string): string {
  return name.replace(/^[*#~^!]+\s*/, "").replace(/\s*\(ks\d\)$/i, "");
}

/** The text itself, and without a key stage or the closing bracket around an aspect at its end. */
function formsOf(text: string): string[] {
  const tidy = spaced(text);
  const forms = [tidy, tidy.replace(/\s*\(ks\d\)$/i, "")];
  if (/\([^()]+\)$/.test(tidy)) forms.push(tidy.slice(0, -1));
  return [...new Set(forms)];
}

/** Without separators and sigils at the end, and sigils before. */
function trimmed(text: string): string {
  return text
    .replace(/[\s:|/\-–—(*#~^!]+$/, "")
    .replace(/^[\s*#~^!]+/, "")
    .trim();
}
