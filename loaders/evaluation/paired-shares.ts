import { mcnemar } from "../statistics/mcnemar.ts";
import { newcombePaired } from "../statistics/newcombe-paired.ts";
import { wilson } from "../statistics/wilson.ts";
import type { OnTrackRow } from "./models.ts";
import { onTrackOthers } from "./on-track-others.ts";
import type { PairedShares, Share } from "./record.ts";

/** A yes or no before and after: of the measured mentees, and of everyone, whose answer is known at both times. */
export function pairedShares(rows: readonly OnTrackRow[]): PairedShares {
  const known = rows.filter((row) => row.before !== null && row.after !== null);
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
  const shares = (of: readonly OnTrackRow[]) => ({ before: share(of, "before"), after: share(of, "after") });
  return {
    mentees: {
      ...shares(mentees),
      unknown: rows.filter(isMentee).length - mentees.length,
      becameOnTrack: became,
      ceasedOnTrack: ceased,
      mcnemarP: test?.p ?? null,
      mcnemarMidP: test?.midP ?? null,
      differenceCi95: newcombePaired({ both, beforeOnly: ceased, afterOnly: became, neither }),
    },
    everyone: { ...shares(known), unknown: rows.length - known.length },
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
