import type { MeetingCounts } from "../../loaders/editions/delivery.ts";
import type { Look } from "./piece.js";

interface MeetingKind {
  key: keyof MeetingCounts;
  words: string;
  look: Look;
}

const all: MeetingKind[] = [
  { key: "held", words: "held", look: { colour: "accent", texture: "full" } },
  { key: "missed_by_student", words: "missed by the student", look: { colour: "down", texture: "stripes" } },
  { key: "missed_by_mentor", words: "missed by the mentor", look: { colour: "down", texture: "squares" } },
  { key: "cancelled", words: "cancelled", look: { colour: "same", texture: "empty" } },
  { key: "to_come", words: "put off, to come", look: { colour: "same", texture: "dots" } },
];

/** What can become of a meeting; put off only where one was. */
export function meetingKinds({ to_come }: MeetingCounts): MeetingKind[] {
  return all.filter(({ key }) => key !== "to_come" || to_come > 0);
}

export const planned = (counts: MeetingCounts): number => all.reduce((sum, { key }) => sum + counts[key], 0);
