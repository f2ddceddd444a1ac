import type { StudentPage } from "../../loaders/editions/student.ts";
import type { StudentAction, StudentDetails } from "../../loaders/editions/student-details.ts";
import { type Builder, builder, card, type Options, quiet } from "./dom.js";
import { date, shortDate } from "./format.js";
import { isTold, MEETING_WORDS } from "./student-timeline.js";

/** Actions, panel decisions, feedback and meetings, each as a card with a list; what no file tells has no card. */
export function studentLists(page: StudentPage, details: StudentDetails, options: Options = {}): Node[] {
  const b = builder(options);
  const { h } = b;
  const mentored = details.agreements.length > 0;
  const lists: (Node | false)[] = [
    isTold(page, "actions due") &&
      (mentored || details.actions.length > 0) &&
      listCard(
        b,
        "Actions",
        details.actions.map((action) => actionItem(b, action)),
        "No action is recorded.",
      ),
    isTold(page, "panel's decisions") &&
      listCard(
        b,
        "Panel decisions",
        details.panel.map((action) => actionItem(b, action)),
        "The panel has agreed no action this year.",
      ),
    isTold(page, "praise") &&
      listCard(
        b,
        "Feedback from teachers",
        details.feedback.map(({ date: day, subject, teacher, tone, comment }) =>
          h(
            "li",
            { class: `feedback ${tone ?? "neutral"}` },
            h("span", { class: "chip" }, sentence(tone ?? "no tone given")),
            h(
              "div",
              {},
              h("span", {}, comment ?? "No comment."),
              h("span", { class: "note" }, facts([subject, teacher, date(day)])),
            ),
          ),
        ),
        "No feedback is recorded.",
      ),
    isTold(page, "dose") &&
      (mentored || details.meetings.length > 0) &&
      listCard(
        b,
        "Meetings",
        details.meetings
          .toReversed()
          .map(({ day, status }) =>
            h(
              "li",
              { class: "meeting" },
              h("span", {}, shortDate(day)),
              h("span", {}, status === null ? "put off" : MEETING_WORDS[status]!),
            ),
          ),
        "No meeting is recorded.",
        "meetings screen",
      ),
  ];
  return lists.filter((list) => list !== false);
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const facts = (parts: readonly (string | null | false)[]): string => parts.filter((text) => text).join(" · ");

function listCard(b: Builder, title: string, items: HTMLElement[], none: string, extra = ""): HTMLElement {
  const { h } = b;
  return card(
    b,
    title,
    { class: `student-list ${extra}`.trim() },
    items.length === 0 ? quiet(b, none) : h("ul", { class: "student-items" }, items),
    items.length > 0 && h("p", { class: "note left-out" }),
  );
}

function actionItem({ h }: Builder, action: StudentAction): HTMLElement {
  return h(
    "li",
    { class: `agreed ${action.status === "overdue" ? "late" : action.status.replace(" ", "-")}` },
    h("span", { class: "chip" }, sentence(action.status === "partly" ? "partly done" : action.status)),
    h(
      "div",
      {},
      h("span", {}, action.subject && `${action.subject}: `, action.action),
      h(
        "span",
        { class: "note" },
        facts([
          action.owner,
          action.dueOn && `due ${shortDate(action.dueOn)}`,
          `agreed ${shortDate(action.agreedOn)}`,
          action.successMeasure && `to be met: ${action.successMeasure}`,
          action.outcome && `outcome: ${action.outcome}`,
        ]),
      ),
    ),
  );
}
