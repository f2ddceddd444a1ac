import type { Programme } from "../programme/load-settings.ts";
import { type PredictionKind, predictionKinds, type SourceSettings } from "../programme/schema.ts";
import { fold } from "./columns.ts";

/** What a column or cell of a marksheet holds: a criterion's grade or a kind of prediction. */
export type Aspect = { criterion: string } | { prediction: PredictionKind };

export interface AspectFinder {
  /** The aspect that a text names as a whole, "ignored" where the settings say so, or null. */
  whole(text: string): Aspect | "ignored" | null;
  /** Subject and aspect of a text such as "Biology Effort in Lesson", by the longest known aspect at its end. */
  split(text: string): { subject: string; aspect: Aspect | "ignored" } | null;
}

/** The aspects that a source knows: its own `aspects`, then labels and ids of the criteria, then prediction kinds. */
export function aspectFinder(programme: Programme, source: SourceSettings | null): AspectFinder {
  const known = new Map<string, Aspect | "ignored">();
  for (const kind of predictionKinds) known.set(fold(kind), { prediction: kind });
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
  const longestFirst = [...known.keys()].sort((a, b) => b.length - a.length);
  return {
    whole: (text) => known.get(fold(text)) ?? null,
    split(text) {
      const tidy = text
        .normalize("NFC")
        .replace(/[\s_]+/g, " ")
        .trim();
      const folded = tidy.toLowerCase();
      for (const name of longestFirst) {
        if (!folded.endsWith(` ${name}`)) continue;
        const subject = tidy
          .slice(0, tidy.length - name.length)
          .replace(/[\s:_-]+$/, "")
          .trim();
        if (subject) return { subject, aspect: known.get(name)! };
      }
      return null;
    },
  };
}
