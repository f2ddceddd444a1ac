import { addDays } from "../dates.ts";
import { clamp, range } from "../grade-paths.ts";
import type { Random } from "../random.ts";
import type { MenteePlan } from "./mentees.ts";
import type { WrittenGrades } from "./reviews.ts";
import { criteria } from "./subjects.ts";
import { asOf, reviewDates } from "./year.ts";

const steps: Record<string, number> = { "+": 1, "-": -1, h: 1, "^": 4 };

/**
 * The grades of a measured mentee, built round two reviews: the last on or before the start, and the last that still
 * counts after the end. Those two carry the planned change; the others wander.
 */
export function menteeGrades(random: Random, plan: MenteePlan): WrittenGrades[] {
  const until = plan.endedOn && addDays(plan.endedOn, 28) < asOf ? addDays(plan.endedOn, 28) : asOf;
  const before = reviewDates.findLastIndex((date) => date <= plan.startsOn);
  const after = reviewDates.findLastIndex((date) => date <= until);
  return range(4).map((subject) => {
    const marks = plan.changes!.map((text) => text[subject]!);
    const cells = range(criteria.length).map((criterion) => {
      const mark = marks[criterion]!;
      const change = steps[mark] ?? 0;
      const base = mark === "^" ? 1 : startingRank(random, change);
      const fits = (offset: number) =>
        base + offset >= 1 &&
        base + offset <= 5 &&
        base + change + offset <= 5 &&
        base + change + offset >= 1;
      const offset = random.pick([0, 0, 1, -1].filter(fits));
      const path = reviewDates.map((_, review) => {
        if (mark === "b" && review <= before) return null;
        if (mark === "f" && review > before + 1) return null;
        if (mark === "^") return [1, 1, 1, 1, 1, 3, 4, 5, 5][review]!;
        return wander(random, base, change, review, before, after);
      });
      // The second of two teachers sees no change where the plan says half a grade.
      const second = path.map((rank, review) => {
        if (rank === null) return null;
        const same = mark === "h" && review >= after ? change : 0;
        return clamp(rank + offset - same, 1, 5);
      });
      return { path, second };
    });
    const change = steps[marks[criteria.length]!] ?? 0;
    const base = random.between(2, 4);
    return {
      grades: cells.map(({ path }) => path),
      second: (criterion, review) => cells[criterion]!.second[review]!,
      predicted: reviewDates.map((_, review) =>
        review <= before || (review < after && random.chance(0.5)) ? base : base + change,
      ),
      gaps: false,
    };
  });
}

/** Mentees start low, with room for the planned change. */
function startingRank(random: Random, change: number): number {
  const rank = random.pick([1, 2, 2, 2, 2, 3, 3, 3]);
  return change < 0 ? Math.max(2, rank) : rank;
}

function wander(
  random: Random,
  base: number,
  change: number,
  review: number,
  before: number,
  after: number,
): number {
  if (review === before) return base;
  if (review === after) return base + change;
  const near = review < before ? base : review > after || random.chance(0.5) ? base + change : base;
  return random.chance(0.15) ? clamp(near + random.pick([1, -1]), 1, 5) : near;
}
