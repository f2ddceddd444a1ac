import type { Programme } from "../programme/load-settings.ts";
import {
  type AspectFinder,
  type DoubtfulHeader,
  type HintedAspects,
  isDoubtful,
  targetOf,
} from "./aspects.ts";
import { fold } from "./columns.ts";
import { json, lowerFirst, settingsHint } from "./layout/snippet.ts";
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
  const groups = new Map<string, { doubt: DoubtfulHeader; columns: string[] }>();
  finder.judgeAll(labels).forEach((doubt, i) => {
    if (!isDoubtful(doubt) || doubt.of === "ignored" || read.has(i) || above?.[i]) return;
    const key = [doubt.about, fold(doubt.word), fold(doubt.ending ?? "")].join("\u001f");
    const group = groups.get(key) ?? { doubt, columns: [] };
    groups.set(key, group);
    group.columns.push(labels[i]!);
  });
  return [...groups.values()].map(({ doubt, columns }) => {
    const first = columns[0]!;
    const about = { first, others: columns.length - 1, hasSubject: index.has("subject") };
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
}

/** Says why a header is not read, and what to do in each case that it may be. */
export function doubtMessage(
  programme: Programme,
  file: HintedAspects,
  { doubtful, of, word, about, ending }: DoubtfulHeader,
  { first, others, hasSubject }: Doubted,
): string {
  const are = others === 0 ? "it is" : "they are";
  const declare = (target: ReturnType<typeof targetOf>) =>
    lowerFirst(settingsHint(file, file.table ?? "marksheet", { aspects: { [ending!]: target } }));
  const said: string[] = [];
  if (about === "review") {
    said.push(
      `"${word}" says which review a grade is of, or when it was, and the columns of a marksheet are read as one review, so ${are} not read.`,
      "Export one review a file, or with the label of the review in a column.",
      ending === null
        ? `If the file holds this review alone: leave "${word}" out of the header.`
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
  const unused = JSON.stringify(ending ?? first);
  said.push(`If it is not to be used, add to "ignoreCriteria" in programme.json: ${unused}.`);
  if (!hasSubject && mayBeSubject(word, about, doubtful)) said.push(subjectHint(programme, doubtful));
  const more = others === 0 ? "" : ` and ${others} more like it`;
  return `"${first}"${more}: ${said.join(" ")}`;
}

/** Whether there is more than the word, so that it could be the name of a subject: not "Autumn", nor "Maths Focus and". */
function mayBeSubject(word: string, about: DoubtfulHeader["about"], doubtful: string): boolean {
  return /[\p{L}\p{N}]/u.test(doubtful.replace(word, "")) && (about !== "aspect" || doubtful.endsWith(word));
}

function subjectHint({ settings }: Programme, subject: string): string {
  const has = Object.keys(settings.subjects).length > 0;
  const entry = json({ [subject]: [] });
  return has
    ? `If "${subject}" is a subject, add to "subjects" in programme.json: ${entry.slice(1, -1)}.`
    : `If "${subject}" is a subject, add to programme.json: "subjects": ${entry}.`;
}
