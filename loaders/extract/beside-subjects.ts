import type { Programme } from "../programme/load-settings.ts";
import type { AspectFinder } from "./aspects.ts";
import { fold } from "./columns.ts";
import { doubtMessage } from "./doubtful-headers.ts";
import { subjectKey } from "./layout/subjects.ts";
import { isOccasion } from "./qualifiers.ts";
import type { Heading } from "./read-heading.ts";
import type { GradeColumn, UnreadColumns } from "./read-marksheet.ts";
import type { SourceFile } from "./source-file.ts";

/** Words that make another subject of one, wherever they stand: English Language, Further Maths, Art and Design. */
const ofSubjects = new Set(
  (
    "and of with in for language languages literature lit lang further additional ancient modern classical applied pure " +
    "statistics mechanics decision core combined double triple separate single trilogy synergy human physical social " +
    "computer computing environmental business sport sports media film drama dance theatre performing creative fine " +
    "visual design textiles photography graphics graphic product food technology science sciences studies education " +
    "biology chemistry physics psychology sociology economics law politics philosophy ethics religious medical health " +
    "engineering music art arts history geography civilisation marine forensic animal travel tourism finance personal " +
    "functional skills numeracy literacy gcse igcse a as a2 btec ib level ks national diploma certificate " +
    "award extended aqa ocr edexcel wjec eduqas"
  ).split(" "),
);

/** A subject that is another one's name, and what stands beside that. */
interface Part {
  column: GradeColumn;
  /** The other name, and the words beside it, in small letters. */
  base: string;
  word: string;
  isFirst: boolean;
  /** The words as they stand in the subject. */
  shown: string;
}

/**
 * Takes away the columns whose subject is that of other columns and a word which no subject's name is made of, as the
 * file itself shows: "Maths Blue" and "Art Blue" beside "Maths" and "Art". One column more beside a single one of several
 * subjects ("Further Maths") is a subject; what "subjects" names always is.
 */
export function takeBeside(
  programme: Programme,
  file: SourceFile,
  { above }: Pick<Heading, "above">,
  columns: readonly GradeColumn[],
  finder: AspectFinder,
): { certain: GradeColumn[]; beside: UnreadColumns[] } {
  const taken = doubtfulParts(columns, finder);
  const groups = new Map<string, Part[]>();
  for (const part of taken.values()) {
    const key = JSON.stringify([part.word, part.isFirst, part.column.aspect]);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(part);
  }
  return {
    certain: columns.filter((column) => !taken.has(column)),
    beside: [...groups.values()].map((parts) => told(programme, file, parts, above !== null)),
  };
}

function doubtfulParts(columns: readonly GradeColumn[], finder: AspectFinder): Map<GradeColumn, Part> {
  const graded = columns.flatMap(({ subject, aspect }) =>
    subject === null ? [] : [{ subject: keyOf(subject), aspect }],
  );
  const subjects = new Set(graded.map(({ subject }) => subject));
  const aspects = new Set(graded.map(({ subject, aspect }) => keyed(subject, aspect)));
  const parts = columns.flatMap((column) =>
    column.subject === null || finder.isDeclared(column.subject) ? [] : partsOf(column),
  );
  const basesOf = groupBy(parts, sideOf, ({ base }) => base);
  const wordsAt = groupBy(parts, placeOf, ({ word }) => word);
  const extended = new Set(
    parts.filter(({ base }) => subjects.has(base)).map(({ column }) => keyOf(column.subject!)),
  );
  const isOnly = (base: string) => subjects.size - extended.size === 1 && !extended.has(base);

  const isDoubtful = (part: Part): boolean => {
    const { base, word, isFirst, column } = part;
    const bases = basesOf.get(sideOf(part))!;
    const isBeside = subjects.has(base);
    const isListed = isFirst && isOccasion(word);
    if (isBeside && (isListed || [...bases].filter((name) => subjects.has(name)).length >= 2)) return true;
    if (isBeside && isOnly(base) && !/\d/.test(word) && aspects.has(keyed(base, column.aspect))) return true;
    if (isFirst && (bases.size >= 2 || isBeside) && finder.whole(word) !== null) return true;
    if (yearGroup.test(word)) return false;
    return [...wordsAt.get(placeOf(part))!].some((other) => {
      if (other === word) return false;
      const both = [...basesOf.get(sideOf({ word: other, isFirst }))!].filter((name) => bases.has(name));
      return both.length >= 2 || (isListed && isOccasion(other));
    });
  };
  const found = new Map<GradeColumn, Part>();
  for (const part of parts) if (!found.has(part.column) && isDoubtful(part)) found.set(part.column, part);
  return found;
}

function groupBy(
  parts: readonly Part[],
  by: (part: Part) => string,
  of: (part: Part) => string,
): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const part of parts) {
    const group = groups.get(by(part)) ?? new Set();
    groups.set(by(part), group.add(of(part)));
  }
  return groups;
}

const sideOf = ({ word, isFirst }: Pick<Part, "word" | "isFirst">) => `${isFirst}\u001f${word}`;
const placeOf = ({ base, isFirst }: Part) => `${isFirst}\u001f${base}`;
const keyed = (subject: string, aspect: GradeColumn["aspect"]) => JSON.stringify([subject, aspect]);

function keyOf(subject: string): string {
  return wordsOf(subjectKey(subject)).join(" ");
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** A subject of more words is seldom a name with a word beside it, and all ways to part it are looked at. */
const mostWords = 8;

/** All ways in which a column's subject can be another's name and words beside it that no subject is known by. */
function partsOf(column: GradeColumn): Part[] {
  const words = wordsOf(subjectKey(column.subject!));
  const shown = wordsOf(column.subject!.replaceAll("&", " and ").replaceAll("_", " "));
  if (words.length > mostWords || shown.length !== words.length) return [];
  return words.slice(1).flatMap((_, i): Part[] => {
    const at = i + 1;
    const [left, right] = [words.slice(0, at), words.slice(at)];
    const part = (base: string[], word: string[], text: string[], isFirst: boolean): Part[] =>
      word.some((one) => ofSubjects.has(one) || isClass(one))
        ? []
        : [{ column, base: base.join(" "), word: word.join(" "), isFirst, shown: text.join(" ") }];
    return [...part(left, right, shown.slice(at), false), ...part(right, left, shown.slice(0, at), true)];
  });
}

/** Year 12 Maths and Year 13 Maths are two subjects; beside Maths, one may be a grade of last year. */
const yearGroup = /^(?:year|yr|y) ?\d{1,2}$/;

/** The code of a class or set: 12A, Ma1. A number alone may also be that of a review. */
function isClass(word: string): boolean {
  return /\d/.test(word) && !/^\d{1,2}$/.test(word) && !yearGroup.test(word);
}

function told(
  programme: Programme,
  file: SourceFile,
  parts: readonly Part[],
  isUnderneath: boolean,
): UnreadColumns {
  const [{ column, shown, isFirst }] = parts as [Part];
  const labels = parts.map(({ column: { label } }) => label);
  const subjects = [
    ...new Map(parts.map((part) => [fold(part.column.subject!), part.column.subject!])).values(),
  ];
  const at = column.label.toLowerCase().lastIndexOf(shown.toLowerCase());
  const ending = isFirst || isUnderneath || at <= 0 ? null : column.label.slice(at);
  const doubt = {
    doubtful: column.subject!,
    of: column.aspect,
    word: shown,
    about: "beside",
    ending,
  } as const;
  const about = {
    first: labels[0]!,
    others: labels.length - 1,
    hasSubject: false,
    labels,
    subjects,
    isUnderneath,
  };
  return {
    labels,
    problem: {
      column: labels[0]!,
      code: "unmapped-value",
      message: doubtMessage(programme, file, doubt, about),
    },
  };
}
