import { json } from "./snippet.ts";
import { subjectKey } from "./subjects.ts";

/** A class in brackets after a subject: "Maths (1)", "Maths (12A)", "Maths (Set 2)", "Maths (12B/Ma1)". */
const inBrackets =
  /^(.*\p{L}.*?)\s*\((?:\d{1,2}|(?:[Ss]et|[Gg]roup|[Cc]lass|[Bb]and|[Bb]lock)\s?\w{1,3}|\d{1,2}[A-Za-z]{1,2}\d{0,2}(?:\/[A-Z][A-Za-z]{1,2}\d{0,2})?)\)$/u;
/** The code of a class alone: "12B/Ma1", "10x/Sc2". */
const alone = /^\d{1,2}[A-Za-z]{0,2}\d?\/([A-Z][A-Za-z]{1,2})\d{0,2}[a-z]?$/;

/**
 * Subjects that look like classes of one: the code of a class alone, or in brackets after a name.
 * @param subjects Names as they are kept.
 * @returns a sentence a group of two or more, with what to add to programme.json.
 */
export function suggestClasses(subjects: Iterable<string>): string[] {
  const named = new Map<string, { name: string; classes: string[] }>();
  const coded = new Map<string, string[]>();
  const all = [...subjects];
  for (const subject of all) {
    const code = alone.exec(subject)?.[1]?.toLowerCase();
    const name = inBrackets.exec(subject)?.[1];
    if (code !== undefined) coded.set(code, [...(coded.get(code) ?? []), subject]);
    if (name === undefined) continue;
    const key = subjectKey(name);
    const group = named.get(key) ?? {
      name: all.find((other) => subjectKey(other) === key) ?? name,
      classes: [],
    };
    named.set(key, group);
    group.classes.push(subject);
  }
  const sentences: string[] = [];
  for (const { name, classes } of named.values()) {
    const isKept = all.includes(name);
    if (isKept || classes.length > 1)
      sentences.push(sentence(isKept ? [name, ...classes] : classes, name, classes));
  }
  for (const codes of coded.values())
    if (codes.length > 1) sentences.push(sentence(codes, "<the subject>", codes));
  return sentences;
}

function sentence(names: readonly string[], subject: string, classes: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  return `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)} may be classes of one subject. If so, add to programme.json: "subjects": ${json({ [subject]: classes })}.`;
}
