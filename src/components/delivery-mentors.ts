import type { DeliveryPage, MentorDelivery } from "../../loaders/editions/delivery.ts";
import { type Builder, builder, card, type Options } from "./dom.js";
import { count, NOT_KNOWN, plural, sentenceCase } from "./format.js";
import { meetingKinds, planned } from "./meeting-kinds.js";
import { type Look, legend, pieces } from "./piece.js";
import { at, linear } from "./scale.js";
import { numberCell, tableDetails } from "./table.js";

const TAKEN: Look = { colour: "accent", texture: "full" };
const FREE: Look = { colour: "same", texture: "empty" };
const OVER: Look = { colour: "down", texture: "stripes" };

/** Places and active mentees of each mentor, and the meetings that fell within the mentor's agreements. */
export function mentorsCard(page: DeliveryPage, options: Options = {}): Node {
  const b = builder(options);
  const { h } = b;
  const { mentors, meetings } = page;
  if (mentors.length === 0) return b.nothing();
  const withPlaces = mentors.filter(({ capacity }) => capacity !== null);
  const places = withPlaces.reduce((sum, { capacity }) => sum + capacity!, 0);
  const mostPlaces = Math.max(1, ...mentors.map(({ active, capacity }) => Math.max(active, capacity ?? 0)));
  const mostMeetings = Math.max(1, ...mentors.map(planned));
  const over = mentors.some(({ active, capacity }) => capacity !== null && active > capacity);
  return card(
    b,
    meetings ? "Places and meetings by mentor" : "Places by mentor",
    { class: "delivery" },
    h(
      "p",
      {},
      `${plural(mentors.length, "mentor")}, ${plural(page.active, "active mentee")}; `,
      withPlaces.length === 0
        ? "how many places they have is not known (capacity in the staff file)."
        : withPlaces.length === mentors.length
          ? `${plural(places, "place")} in all.`
          : `${plural(places, "place")} with the ${plural(withPlaces.length, "mentor")} whose places are known.`,
    ),
    page.activeOffRoll > 0 &&
      h(
        "p",
        {},
        `${plural(page.activeOffRoll, "active mentee is", "active mentees are")} no longer on roll and ${page.activeOffRoll === 1 ? "takes a place" : "take places"} here until the end of the agreement is entered.`,
      ),
    h(
      "figure",
      { class: "chart mentor-chart" },
      legend(b, [
        { look: TAKEN, words: meetings ? "place taken; meeting held" : "place taken" },
        { look: FREE, words: meetings ? "place free; meeting cancelled" : "place free" },
        ...(over ? [{ look: OVER, words: "mentee above the places" }] : []),
        ...(meetings
          ? meetingKinds(meetings.counts).filter(({ key }) => key !== "held" && key !== "cancelled")
          : []),
      ]),
      h(
        "ul",
        {},
        mentors.map((mentor) =>
          h(
            "li",
            {},
            h("div", {}, h("h3", {}, mentor.name), mentor.role && h("p", { class: "note" }, mentor.role)),
            h("div", {}, placesBar(b, mentor, mostPlaces), h("p", {}, placesWords(mentor))),
            meetings &&
              h(
                "div",
                {},
                meetingsBar(b, mentor, page, mostMeetings),
                h("p", {}, `${count(mentor.held)} of ${count(planned(mentor))} planned meetings held`),
              ),
          ),
        ),
      ),
    ),
    h(
      "p",
      { class: "note" },
      "In the order of the names as the staff list writes them. Mentors had different students for different times, so these counts do not measure a mentor.",
    ),
    tableDetails(b, table(page)),
  );
}

function placesWords({ active, capacity }: MentorDelivery): string {
  if (capacity === null) return `${plural(active, "active mentee")}; places ${NOT_KNOWN}`;
  const free = capacity - active;
  const rest = free < 0 ? `, ${count(-free)} above` : free === 0 ? ", none free" : `, ${count(free)} free`;
  return `${count(active)} of ${plural(capacity, "place")} taken${rest}`;
}

function placesBar(b: Builder, { active, capacity }: MentorDelivery, most: number): Element {
  const places = capacity ?? active;
  return bar(b, most, [
    [TAKEN, Math.min(active, places)],
    [OVER, Math.max(0, active - places)],
    [FREE, Math.max(0, places - active)],
  ]);
}

function meetingsBar(b: Builder, mentor: MentorDelivery, page: DeliveryPage, most: number): Element {
  return bar(
    b,
    most,
    meetingKinds(page.meetings!.counts).map(({ key, look }) => [look, mentor[key]]),
  );
}

/** Stated in words under it, so it is hidden from those who hear the page. */
function bar(b: Builder, most: number, parts: readonly (readonly [Look, number])[]): Element {
  const { s } = b;
  const x = linear([0, most], [0, 100]);
  const shown = parts.filter(([, size]) => size > 0);
  const { defs, piece } = pieces(
    b,
    shown.map(([look]) => look),
  );
  let from = 0;
  return s(
    "svg",
    { width: "100%", height: 16, "aria-hidden": "true" },
    defs,
    shown.map(([look, size]) => {
      const drawn = piece(look, { x: at(x(from)), width: at(x(size)), y: 1, height: 14 });
      from += size;
      return drawn;
    }),
  );
}

function table({ mentors, meetings }: DeliveryPage) {
  const kinds = meetings ? meetingKinds(meetings.counts) : [];
  const notes = [
    "Mentees so far: students with an agreement with the mentor by the date of the data; active: those whose agreement is running.",
  ];
  if (meetings) {
    notes.push(
      "Meetings: those on days within an agreement of the mentor; one of a student with two mentors on that day is counted with both.",
    );
  }
  return {
    caption: meetings ? "Places, mentees and meetings by mentor" : "Places and mentees by mentor",
    filename: "mentors",
    columns: [
      { label: "Mentor" },
      { label: "Role" },
      { label: "Places", numeric: true },
      { label: "Active mentees", numeric: true },
      { label: "Mentees so far", numeric: true },
      ...(meetings ? [{ label: "Meetings planned", numeric: true }] : []),
      ...kinds.map(({ words }) => ({ label: sentenceCase(words), numeric: true })),
    ],
    rows: mentors.map((mentor) => [
      mentor.name,
      mentor.role ?? NOT_KNOWN,
      numberCell(mentor.capacity, count),
      numberCell(mentor.active, count),
      numberCell(mentor.mentees, count),
      ...(meetings ? [numberCell(planned(mentor), count)] : []),
      ...kinds.map(({ key }) => numberCell(mentor[key], count)),
    ]),
    notes,
  };
}
