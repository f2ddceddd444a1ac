import type { Programme } from "../programme/load-settings.ts";
import { type PredictionKind, predictionKinds, type SourceSettings } from "../programme/schema.ts";
import { suggest } from "../programme/suggest.ts";
import { fold } from "./columns.ts";
import { type HintedFile, settingsHint } from "./layout/snippet.ts";
import { readDate } from "./values/dates.ts";
import { shownName } from "./values/shown-value.ts";

/** What a column or cell of a marksheet holds: a criterion's grade or a kind of prediction. */
export type Aspect = { criterion: string } | { prediction: PredictionKind };

export interface AspectFinder {
  /** The aspect that a text names as a whole, "ignored" where the settings say so, or null. */
  whole(text: string): Aspect | "ignored" | null;
  /** Subject and aspect of a text such as "Biology Effort in Lesson", by the longest known aspect at its end. */
  split(text: string): SubjectAspect | null;
  /**
   * Subject and aspect of each header of a file, null where there is none. The aspect stands at the end; only where no
   * header has it there may it stand first ("Focus - Biology", "Focus (Biology)"), and then in two headers or more.
   */
  splitAll(labels: readonly string[]): (SubjectAspect | null)[];
  /** Whether a text above aspects may be their subject: no date, number or aspect, and not only words of another time. */
  isSubject(text: string): boolean;
}

export interface SubjectAspect {
  subject: string;
  aspect: Aspect | "ignored";
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

/**
 * Words that make another thing of an aspect after them, or are no subject: a "Mock Result" is no result, and
 * "KS2 Result" is of no subject. A header whose subject would end in one, or be one, has no known aspect.
 */
const qualifiers = new RegExp(
  [
    // Anywhere: the grade of another time, of other people, or no grade at all.
    String.raw`(^|\s)(mock|trial|practice|previous|prior|last|old|estimated|baseline|provisional|average|avg|mean|median|class|whole school|national|comments?|teacher|staff|autumn|spring|summer|aut|spr|sum|eoy|end of (year|key stage|course)|term \d|t\d|ks\d|cat|fft|midyis|alis|yellis|number( of)?|points?|progress)(\s|\d|$)`,
    // At the end only: these words may begin a subject's name.
    String.raw`(^|\s)(test|exam|challenging|challenge|aspirational|stretch|upper|lower|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)$`,
    // Alone: they are no subject.
    "^(gcse|a level|as|a2|btec|overall|total|no|attendance|behaviour|punctuality|tutor|form|n/a|-)$",
  ].join("|"),
  "i",
);

/** What is left of the name of a time or a survey without its qualifiers: "Autumn Term 2", "Review 1", "Class average". */
const neither =
  /(^|\s)(terms?|half|weeks?|years?|reviews?|reports?|cycle|window|data|drop|grades?|results?|school|cohort|actual|january|february|march|april|june|july|august|september|october|november|december|[^\p{L}\s]+)(?=\s|$)/giu;
const everyQualifier = new RegExp(qualifiers.source, "gi");

function isOnlyQualified(text: string): boolean {
  for (let left = text, before = ""; left !== before; ) {
    before = left;
    left = left.replace(everyQualifier, " ").replace(neither, " ").trim();
    if (left === "") return true;
  }
  return false;
}

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
  const accept = (subject: string, name: string): SubjectAspect | null =>
    subject === "" || qualifiers.test(subject) || whole(subject) !== null
      ? null
      : { subject, aspect: known.get(name)! };

  const split: AspectFinder["split"] = (text) => {
    if (text.length > longestHeader || whole(text) !== null) return null;
    for (const tidy of formsOf(text)) {
      const folded = tidy.toLowerCase();
      for (const name of longestFirst) {
        if (!folded.endsWith(name) || !`${separators}${sigils}`.includes(folded.at(-name.length - 1) ?? "x"))
          continue;
        return accept(trimEnd(tidy.slice(0, tidy.length - name.length)), name);
      }
    }
    return null;
  };
  const splitFront = (text: string): SubjectAspect | null => {
    if (text.length > longestHeader) return null;
    const tidy = spaced(text);
    const found = /^(.+?)(?:\s[-–—]\s|:\s?|\s?\((?=[^()]+\)$))([^()]+)\)?$/.exec(tidy);
    const aspect = found && whole(found[1]!);
    return aspect && whole(found[2]!) === null ? { subject: found[2]!.trim(), aspect } : null;
  };
  return {
    whole,
    split,
    isSubject: (text) => whole(text) === null && readDate(text, "d/m/yy") === null && !isOnlyQualified(text),
    splitAll(labels) {
      const atEnd = labels.map(split);
      if (atEnd.some((found) => found !== null)) return atEnd;
      const atFront = labels.map(splitFront);
      return atFront.filter((found) => found !== null).length >= 2 ? atFront : atEnd;
    },
  };
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
  const shown = shownName(text, isName);
  const subject = shown === null ? "This text" : `"${shown}"`;
  const remedy = aspectRemedy(programme, file, shown ?? "<the aspect>");
  return `${subject} is neither a declared criterion nor a kind of prediction. ${remedy}`;
}

/** What of a file the remedy has to know. */
type HintedAspects = HintedFile & { table: string | null; source: SourceSettings | null };

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
function targetOf(aspect: Aspect | "ignored" | undefined): string | { predictions: PredictionKind } {
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

/** Without separators and sigils at the end. */
function trimEnd(text: string): string {
  return text.replace(/[\s:|/\-–—(*#~^!]+$/, "").trim();
}
