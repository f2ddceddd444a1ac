import type { ProgrammeSettings } from "../programme/schema.ts";
import { wilson } from "../statistics/wilson.ts";
import type { Models } from "./models.ts";
import type { SurveyQuestion } from "./record.ts";

/** Answers to each declared question, and cumulated from the most favourable; questions nobody answered are left out. */
export function survey(models: Models, settings: ProgrammeSettings): SurveyQuestion[] {
  return settings.survey.flatMap(({ question, answers }) => {
    const counts = answers.map(
      (answer) =>
        models.survey.find((row) => row.question === question && row.answer === answer)?.responses ?? 0,
    );
    const n = counts.reduce((sum, count) => sum + count, 0);
    if (n === 0) return [];
    const line = (answer: string, k: number) => ({ answer, k, ci95: wilson(k, n) });
    const cumulative = counts.map((_, i) => counts.slice(0, i + 1).reduce((sum, count) => sum + count, 0));
    return [
      {
        question,
        n,
        answers: answers.map((answer, i) => line(answer, counts[i]!)),
        atLeast: answers.slice(0, -1).map((answer, i) => line(answer, cumulative[i]!)),
      },
    ];
  });
}
