import type { DeliveryPage } from "../../loaders/editions/delivery.ts";
import { type Builder, builder, card, type Options, quiet } from "./dom.js";
import { figureList } from "./figure-list.js";
import { decimal, plain, plural, share } from "./format.js";

/** How many meetings were planned, and what became of them. */
export function meetingsCard(page: DeliveryPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  const { h } = b;
  const title = "Meetings planned, and what became of them";
  const { meetings } = page;
  if (!meetings) {
    const missing = page.site.missingViews.find(({ view }) => view === "dose");
    return card(b, title, {}, quiet(b, missing!.sentence));
  }
  const { counts } = meetings;
  return card(
    b,
    title,
    { class: "figures" },
    figureList(b, [
      ["Planned", meetings.planned, `with ${plural(page.started, "mentee")}`],
      ["Held", counts.held, share(counts.held, meetings.planned)],
      ["Missed by students", counts.missed_by_student, "the student did not come"],
      ["Missed by mentors", counts.missed_by_mentor, "the mentor did not come"],
      ["Cancelled", counts.cancelled, "counted as missed by nobody"],
    ]),
    meetings.heldPerWeek !== null &&
      h(
        "p",
        {},
        `For each week that a mentee was on the programme, ${decimal(meetings.heldPerWeek)} meetings were held; ${plain(meetings.agreedPerWeek)} a week ${meetings.agreedPerWeek === 1 ? "is" : "are"} agreed (meetingsPerWeek in programme.json).`,
      ),
    notes(b, page, meetings),
  );
}

function notes({ h }: Builder, page: DeliveryPage, meetings: NonNullable<DeliveryPage["meetings"]>) {
  const { counts, cancelledWhileClosed, missedWhileClosed, outsideAgreements, beforeFirst, ofOthers } =
    meetings;
  const were = (n: number) => (n === 1 ? "was" : "were");
  const said = [
    page.closed.length > 0 &&
      counts.cancelled > 0 &&
      `${share(cancelledWhileClosed, counts.cancelled)} cancelled ${counts.cancelled === 1 ? "meeting" : "meetings"} ${were(cancelledWhileClosed)} on a day when the school was closed.`,
    missedWhileClosed > 0 &&
      `${plural(missedWhileClosed, "meeting")} on a day when the school was closed ${were(missedWhileClosed)} entered as missed: a closure cancels a meeting, so check whether ${missedWhileClosed === 1 ? "it was" : "they were"} cancelled.`,
    counts.to_come > 0 &&
      `${plural(counts.to_come, "meeting")} ${were(counts.to_come)} put off to a day after the date of the data, and ${counts.to_come === 1 ? "has" : "have"} no outcome yet.`,
    outsideAgreements > 0 &&
      `${plural(outsideAgreements, "meeting")} ${were(outsideAgreements)} on a day within no agreement of the student: counted here and by week, with no mentor below.`,
    beforeFirst > 0 &&
      `${plural(beforeFirst, "meeting")} ${were(beforeFirst)} before the week of the first agreement, so in none of the weeks below.`,
    ofOthers > 0 &&
      `${plural(ofOthers, "meeting")} of students who have had no agreement ${were(ofOthers)} left out.`,
  ].filter((text) => text !== false);
  return (
    said.length > 0 &&
    h(
      "ul",
      {},
      said.map((text) => h("li", {}, text)),
    )
  );
}
