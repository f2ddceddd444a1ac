import type { ImpactPage } from "../../loaders/editions/page-data.ts";
import { builder, card, type Options } from "./dom.js";
import { count, PERCENT_FROM, percent, plural, share, shareInterval } from "./format.js";
import { at } from "./scale.js";
import { type Cell, numberCell, tableDetails } from "./table.js";

/** What mentees answered: a bar an answer, from the most to the least favourable. */
export function surveyCard(page: ImpactPage, options: Options = {}): Node {
  const b = builder(options);
  const { h, s } = b;
  const { survey } = page.record;
  if (survey.length === 0) return b.nothing();
  const sentence = (question: string): string | null =>
    page.findings.survey.find((each) => each.question === question)?.sentence ?? null;
  return card(
    b,
    "What mentees said",
    { class: "survey" },
    h(
      "div",
      { class: "questions" },
      survey.map((question) => {
        const said = sentence(question.question);
        const answers = question.answers
          .map((answer) => `${answer.answer}: ${share(answer.k, question.n)}`)
          .join("; ");
        return h(
          "div",
          { class: "question" },
          h("h3", {}, question.question),
          said && question.answers.length > 2 && h("p", {}, said),
          h(
            "figure",
            { class: "chart share-chart" },
            h(
              "div",
              {
                role: "img",
                "aria-label": `${question.question} ${plural(question.n, "answer")}. ${answers}.`,
              },
              question.answers.map((answer) =>
                h(
                  "div",
                  { class: "row" },
                  h("span", { class: "row-label" }, answer.answer),
                  s(
                    "svg",
                    { width: "100%", height: 20 },
                    s("rect", { class: "track", x: 0, width: "100%", y: 2, height: 16 }),
                    question.n > 0 &&
                      s("rect", {
                        class: "bar",
                        x: 0,
                        width: at((answer.k / question.n) * 100),
                        y: 2,
                        height: 16,
                      }),
                  ),
                  h("span", { class: "row-value" }, share(answer.k, question.n)),
                ),
              ),
            ),
          ),
        );
      }),
    ),
    tableDetails(b, {
      caption: "Answers to the survey of mentees",
      filename: "survey",
      screenOnly: true,
      columns: [
        { label: "Question" },
        { label: "Answer" },
        { label: "Answers", numeric: true },
        { label: "Of", numeric: true },
        { label: "Share", numeric: true },
        { label: "95% interval", numeric: true },
        { label: "This or better", numeric: true },
      ],
      rows: survey.flatMap((question) =>
        question.answers.map((answer): Cell[] => {
          const atLeast = question.atLeast.find((each) => each.answer === answer.answer);
          return [
            question.question,
            answer.answer,
            numberCell(answer.k, count),
            numberCell(question.n, count),
            question.n >= PERCENT_FROM ? percent(answer.k / question.n) : "–",
            shareInterval(answer.ci95, question.n),
            numberCell(atLeast ? atLeast.k : question.n, count),
          ];
        }),
      ),
    }),
  );
}
