import type { Programme } from "../programme/load-settings.ts";
import {
  type AspectFinder,
  type DoubtfulHeader,
  type HintedAspects,
  isDoubtful,
  targetOf,
} from "./aspects.ts";
import { fold } from "./columns.ts";
import { lowerFirst, settingsHint } from "./layout/snippet.ts";
import { subjectsHint } from "./layout/subjects-hint.ts";
import type { Heading } from "./read-heading.ts";
import type { UnreadColumns } from "./read-marksheet.ts";
import type { SourceFile } from "./source-file.ts";

/**
 * The columns of a wide marksheet whose headers end in a known aspect after what is no subject for certain: "R1 Maths
 * Focus", "Maths Target Effort". Columns with the same doubt are told of together; of an ignored aspect nothing is said.
 * @param index The cells of the columns that are read otherwise.
 */
export function doubtfulHeaders(
  programme: Programme,
  file: SourceFile,
  { labels, above }: Heading,
  index: ReadonlyMap<string, number>,
  finder: AspectFinder,
): UnreadColumns[] {
  const read = new Set(index.values());
  const groups = new Map<string, { doubt: DoubtfulHeader; columns: string[]; subjects: string[] }>();
  let graded = 0;
  finder.judgeAll(labels).forEach((doubt, i) => {
    if (read.has(i) || above?.[i]) return;
    if (doubt !== null) graded++;
    if (!isDoubtful(doubt) || doubt.of === "ignored") return;
    const key = [doubt.about, fold(doubt.word), fold(doubt.ending ?? "")].join("\u001f");
    const group = groups.get(key) ?? { doubt, columns: [], subjects: [] };
    groups.set(key, group);
    group.columns.push(labels[i]!);
    group.subjects.push(doubt.doubtful);
  });
  return [...groups.values()].map(({ doubt, columns, subjects }) => {
    const first = columns[0]!;
    const isOfAll = columns.length === graded;
    const about = { first, others: columns.length - 1, hasSubject: index.has("subject"), subjects, isOfAll };
    const message = doubtMessage(programme, file, doubt, about);
    return { labels: columns, problem: { column: first, code: "unmapped-value", message } };
  });
}

/** What a doubt is said of. */
interface Doubted {
  /** The header, or the cell of a criterion column. */
  first: string;
  /** Headers more with the same doubt. */
  others: number;
  /** Whether the subject stands in a column of its own. */
  hasSubject: boolean;
  /** All headers with this doubt, where each of them has to be named. */
  labels?: readonly string[];
  /** What would be their subjects. */
  subjects?: readonly string[];
  /** Whether no other header of the file has a subject and an aspect. */
  isOfAll?: boolean;
  /** Whether the subjects stand in a row above the aspects. */
  isUnderneath?: boolean;
}

/** Says why a header is not read, and what to do in each case that it may be. */
export function doubtMessage(
  programme: Programme,
  file: HintedAspects,
  { doubtful, of, word, about, ending }: DoubtfulHeader,
  { first, others, hasSubject, labels = [first], subjects = [doubtful], isOfAll, isUnderneath }: Doubted,
): string {
  const are = others === 0 ? "it is" : "they are";
  const declare = (target: ReturnType<typeof targetOf>) =>
    lowerFirst(settingsHint(file, file.table ?? "marksheet", { aspects: { [ending!]: target } }));
  const said: string[] = [];
  const renamed = about === "review" && ending === null && isOfAll ? withoutWord(subjects, word) : null;
  if (about === "beside") {
    said.push(
      `The other columns show that "${word}" may be no part of a subject's name in "${doubtful}", but say whose grade it is, of when, or of what else, so ${are} not read.`,
      ending === null
        ? "Leave such columns out of the export, or name each by one subject and one aspect."
        : `If "${ending}" is one aspect: ${declare("<criterion id>")}`,
    );
  } else if (about === "review") {
    said.push(
      `"${word}" says which review a grade is of, or when it was, and the columns of a marksheet are read as one review, so ${are} not read.`,
      "Export one review a file, or with the label of the review in a column.",
      ending === null
        ? `If the file holds this review alone: leave "${word}" out of the header${renamed ? `, or ${lowerFirst(subjectsHint(programme, renamed))}` : "."}`
        : `If the file holds this review alone: ${declare(targetOf(of))}`,
    );
  } else if (about === "meaning") {
    said.push(`With "${word}" it is another grade, or of no subject, so ${are} not read.`);
    if (ending !== null) said.push(`If it counts: ${declare("<criterion id>")}`);
  } else {
    said.push(
      `"${doubtful}" stands where the subject should, but names a known aspect ("${word}"), so it cannot be told what is graded, and ${are} not read.`,
      ending === null
        ? "Name each column by one subject and one aspect in the export."
        : `If "${ending}" is one aspect: ${declare("<criterion id>")}`,
    );
  }
  const unused = (ending === null ? labels : [ending]).map((name) => JSON.stringify(name)).join(", ");
  if (!isUnderneath)
    said.push(
      `If ${labels.length === 1 || ending !== null ? "it is" : "they are"} not to be used, add to "ignoreCriteria" in programme.json: ${unused}.`,
    );
  const names = about === "beside" ? [...new Set(subjects)] : [doubtful];
  if (!renamed && !hasSubject && mayBeSubject(word, about, doubtful)) {
    const quoted = names.map((name) => `"${name}"`);
    const areSubjects =
      quoted.length === 1
        ? `${quoted[0]} is a subject`
        : `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)} are subjects`;
    said.push(
      `If ${areSubjects}, ${lowerFirst(subjectsHint(programme, Object.fromEntries(names.map((name) => [name, []]))))}`,
    );
  }
  const more = others === 0 ? "" : ` and ${others} more like it`;
  return `"${first}"${more}: ${said.join(" ")}`;
}

/** Whether there is more than the word, so that it could be the name of a subject: not "Autumn", nor "Maths Focus and". */
function mayBeSubject(word: string, about: DoubtfulHeader["about"], doubtful: string): boolean {
  return /[\p{L}\p{N}]/u.test(doubtful.replace(word, "")) && (about !== "aspect" || doubtful.endsWith(word));
}

/** The subjects that stand behind a word, each with the name it has with that word; null where one of them has no name. */
function withoutWord(subjects: readonly string[], word: string): Record<string, string[]> | null {
  const names: Record<string, string[]> = {};
  for (const name of new Set(subjects)) {
    const rest = name.replace(word, "").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$/gu, "");
    if (rest === "") return null;
    names[rest] = [...(names[rest] ?? []), name];
  }
  return names;
}
