import type { ProgrammeSettings } from "../programme/schema.ts";
import { mcnemar } from "../statistics/mcnemar.ts";
import { newcombePaired } from "../statistics/newcombe-paired.ts";
import { wilson } from "../statistics/wilson.ts";
import type { Models, OnTrackRow } from "./models.ts";
import { onTrackOthers } from "./on-track-others.ts";
import type { OnTrack, Share } from "./record.ts";

/** On track before and after, for the mentees and for everyone of the same year groups; null where it is off. */
export function onTrack(models: Models, settings: ProgrammeSettings): OnTrack | null {
  if (!settings.onTrack) return null;
  const { measure, pass, yearGroups } = settings.onTrack;
  const known = models.onTrack.filter((row) => row.before !== null && row.after !== null);
  const isMentee = (row: OnTrackRow) => row.mentee && row.measured;
  const mentees = known.filter(isMentee);
  const cell = (before: boolean, after: boolean) =>
    mentees.filter((row) => row.before === before && row.after === after).length;
  const [both, ceased, became, neither] = [
    cell(true, true),
    cell(true, false),
    cell(false, true),
    cell(false, false),
  ];
  const test = mentees.length ? mcnemar({ beforeOnly: ceased, afterOnly: became }) : null;
  const shares = (rows: readonly OnTrackRow[]) => ({
    before: share(rows, "before"),
    after: share(rows, "after"),
  });
  return {
    measure,
    pass,
    yearGroups,
    mentees: {
      ...shares(mentees),
      unknown: models.onTrack.filter(isMentee).length - mentees.length,
      becameOnTrack: became,
      ceasedOnTrack: ceased,
      mcnemarP: test?.p ?? null,
      mcnemarMidP: test?.midP ?? null,
      differenceCi95: newcombePaired({ both, beforeOnly: ceased, afterOnly: became, neither }),
    },
    everyone: { ...shares(known), unknown: models.onTrack.length - known.length },
    others: onTrackOthers(shares(mentees), shares(known.filter((row) => !row.mentee))),
    ...(mentees.length
      ? {}
      : { why: "No mentee of these year groups has a known status both before and after." }),
  };
}

function share(rows: readonly OnTrackRow[], moment: "before" | "after"): Share {
  const k = rows.filter((row) => row[moment]).length;
  return { k, n: rows.length, ci95: rows.length ? wilson(k, rows.length) : null };
}
