import type { ProgrammeSettings } from "../../programme/schema.ts";
import { json } from "./snippet.ts";

/** Canonical subject -> the other names it goes by in the exports. */
type SubjectSettings = ProgrammeSettings & { subjects?: Readonly<Record<string, readonly string[]>> };

/** Finds the one name of a subject. */
export type SubjectFinder = (text: string) => string;

/**
 * Finds the one name under which a subject is kept: what "subjects" in programme.json says, else the first spelling
 * that was asked for of those that differ only in case, in spaces, or in "&" for "and". Different words are never joined
 * without being told: "Art" and "Art & Design" stay two subjects.
 */
export function subjectFinder(settings: SubjectSettings): SubjectFinder {
  const names = new Map<string, string>();
  for (const [subject, others] of Object.entries(settings.subjects ?? {})) {
    for (const name of [subject, ...others]) names.set(subjectKey(name), tidy(subject));
  }
  return (text) => {
    const key = subjectKey(text);
    const name = names.get(key) ?? tidy(text);
    names.set(key, name);
    return name;
  };
}

/** Tests whether a text is a subject because programme.json says so under "subjects". */
export function subjectTest({ subjects = {} }: SubjectSettings): (text: string) => boolean {
  const names = new Set(
    Object.entries(subjects)
      .flatMap((entry) => entry.flat())
      .map(subjectKey),
  );
  return (text) => names.has(subjectKey(text));
}

/**
 * Every name of a subject that is kept, as subjectKey gives it: its own, and those that "subjects" declares for it.
 */
export function subjectNames({ subjects = {} }: SubjectSettings): (subject: string) => readonly string[] {
  const names = new Map(
    Object.entries(subjects).map(([subject, others]) => [
      subjectKey(subject),
      [subject, ...others].map(subjectKey),
    ]),
  );
  return (subject) => names.get(subjectKey(subject)) ?? [subjectKey(subject)];
}

/**
 * Checks that no name of "subjects" stands for two subjects.
 * @returns a sentence that names it, or null.
 */
export function subjectsProblem({ subjects = {} }: SubjectSettings): string | null {
  const names = new Map<string, string>();
  for (const [subject, others] of Object.entries(subjects)) {
    for (const name of [subject, ...others]) {
      const other = names.get(subjectKey(name));
      if (other !== undefined && other !== subject)
        return `programme.json: "subjects" gives "${name}" to both "${other}" and "${subject}". Keep one of them.`;
      names.set(subjectKey(name), subject);
    }
  }
  return null;
}

/** A school has a hundred subjects; a column with more holds something else, and is not compared name by name. */
const mostSubjects = 300;

/**
 * Names that may be one subject: they differ in the qualification, level, exam board or year, in a usual abbreviation,
 * in "and ..." or "Studies" at the end, or in one or two letters.
 * @param seen Subjects after subjectFinder -> number of facts.
 * @returns a sentence a group, with what to add to programme.json; the most frequent name is proposed.
 */
export function suggestSubjects(seen: ReadonlyMap<string, number>): string[] {
  const ranked = [...seen.keys()]
    .sort((a, b) => seen.get(b)! - seen.get(a)! || a.length - b.length || (a < b ? -1 : 1))
    .slice(0, mostSubjects);
  const groups: string[][] = [];
  for (const name of ranked) {
    const group = groups.find(([first]) => mayBeOne(first!, name, ranked));
    if (group) group.push(name);
    else groups.push([name]);
  }
  return groups
    .filter((group) => group.length > 1)
    .map(([name, ...others]) => {
      const all = [name, ...others].map((text) => `"${text}"`);
      const list = `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
      return `${list} may be one subject. If so, add to programme.json: "subjects": ${json({ [name!]: others })}.`;
    });
}

function tidy(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** A subject for comparison: lower case, "&" as "and", underscores and runs of spaces as one space. */
export function subjectKey(text: string): string {
  return tidy(text).toLowerCase().replaceAll("&", " and ").replaceAll("_", " ").replace(/\s+/g, " ").trim();
}

const abbreviations: Record<string, string> = {
  mathematics: "maths",
  math: "maths",
  "physical education": "pe",
  "religious education": "re",
  "religious studies": "rs",
  "information technology": "it",
  "information and communication technology": "ict",
  "design and technology": "dt",
  "d and t": "dt",
  "computer science": "computing science",
  "comp sci": "computing science",
  "modern foreign languages": "mfl",
  "personal social health and economic education": "pshe",
  lang: "language",
  lit: "literature",
};

/** A subject without its qualification, level, exam board and year, with abbreviations alike. */
function core(subject: string): string {
  let text = ` ${subjectKey(subject)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
  text = text
    .replace(/ (gcse|igcse|a level|as level|as|a2|btec|ks\d|key stage \d)(?= )/g, "")
    .replace(/ (aqa|ocr|edexcel|pearson|wjec|eduqas|ccea|cie|cambridge)(?= )/g, "")
    .replace(/ (year|yr) ?\d{1,2}(?= )| y\d{1,2}(?= )/g, "");
  for (const [long, short] of Object.entries(abbreviations)) text = text.replace(` ${long} `, ` ${short} `);
  return text.trim();
}

function mayBeOne(a: string, b: string, all: readonly string[]): boolean {
  const [x, y] = [core(a), core(b)];
  if (x === "" || y === "") return false;
  if (x === y) return true;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  if (long.startsWith(`${short} `)) {
    // English beside English Language and English Literature is no twin of either.
    const extensions = new Set(all.map(core).filter((other) => other.startsWith(`${short} `)));
    return extensions.size === 1 && /^(and .+|studies|education)$/.test(long.slice(short.length + 1));
  }
  return isSlip(short, long);
}

/** One letter more, less or other, or two neighbours swapped, in a name of six letters or more. */
function isSlip(a: string, b: string): boolean {
  if (a.length < 6 || b.length - a.length > 1 || /\d/.test(a + b)) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
