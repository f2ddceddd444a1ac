import { attainment8, type Entry } from "../../attainment/attainment-8.ts";
import type { Worth } from "../../programme/grade-worth.ts";
import type { Programme } from "../../programme/load-settings.ts";
import { usualSubjects } from "../../programme/schema.ts";
import type { SubjectSlots } from "../../programme/slot-model.ts";
import type { Score, StudentScore } from "./scores.ts";
import { reasonOf, type SubjectGrades, subjectWorth } from "./year-grades.ts";

/** Attainment 8 of a student's predicted grades before and after, by the slots of a model. */
export function attainment8Score({ settings }: Programme, model: SubjectSlots, worth: Worth): StudentScore {
  const { english, maths } = settings.onTrack ?? usualSubjects;
  const { literature } = settings.attainment8;
  const slots = new Map<string, string>();
  const place = (slot: string, subjects: readonly string[]) => {
    for (const subject of subjects) if (!slots.has(key(subject))) slots.set(key(subject), slot);
  };
  place("eng_lit", literature);
  place("eng_lang", english);
  place("maths", maths);
  model.baskets.forEach(({ subjects }, i) => {
    place(basketId(i), subjects);
  });
  const slotOf = (subject: string) => slots.get(key(subject)) ?? "open";
  const baskets = model.baskets.map(({ slots: wide }, i) => ({ id: basketId(i), slots: wide }));

  const at = (
    subjects: ReadonlyMap<string, SubjectGrades>,
    moment: "before" | "after",
    sources: Set<string>,
  ): Score => {
    const entries: Entry[] = [];
    for (const [subject, grades] of subjects) {
      const found = subjectWorth(worth, "ks4", grades[moment]);
      if ("why" in found) return { why: reasonOf(found.why, found.graded) };
      const { points, size, source } = found.worth;
      sources.add(source);
      entries.push({ slot: slotOf(subject), points, double: size === 2 });
    }
    return { score: attainment8(entries, { baskets, open: model.open }).total };
  };
  return (subjects) => {
    const taken = new Set([...subjects.keys()].map(slotOf));
    if (!taken.has("maths") || !(taken.has("eng_lang") || taken.has("eng_lit")))
      return { why: "English or maths has no predicted grade all year." };
    const sources = new Set<string>();
    const before = at(subjects, "before", sources);
    const after = at(subjects, "after", sources);
    if ("why" in before) return before;
    if ("why" in after) return after;
    return { before: before.score, after: after.score, sources: [...sources] };
  };
}

const basketId = (i: number): string => `basket ${i}`;

const key = (subject: string): string => subject.trim().toLowerCase();
