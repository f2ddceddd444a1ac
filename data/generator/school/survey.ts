import type { Cell } from "../csv.ts";
import { Random } from "../random.ts";

/** The published answers of 35 mentees: 25 of at least some use, 20 felt cared about, 14 helped by data and targets. */
const questions: readonly [question: string, counts: readonly [answer: string, count: number][]][] = [
  [
    "How much use was mentoring?",
    [
      ["a lot", 10],
      ["some", 15],
      ["a little", 7],
      ["none", 3],
    ],
  ],
  [
    "Someone cared about my achievement",
    [
      ["yes", 20],
      ["no", 15],
    ],
  ],
  [
    "Knowing my data and targets was a real help",
    [
      ["yes", 14],
      ["no", 21],
    ],
  ],
];

/** Anonymous: responses carry a number of their own, in an order that tells nothing. */
export function surveyRows(): Cell[][] {
  const random = new Random("school survey");
  const rows = questions.flatMap(([question, counts]) => {
    const answers = random.shuffled(counts.flatMap(([answer, count]) => Array<string>(count).fill(answer)));
    return answers.map((answer, index) => [
      `R${String(index + 1).padStart(2, "0")}`,
      question,
      answer,
      "2013-06-05",
    ]);
  });
  return [["response_id", "question", "answer", "date"], ...rows];
}
