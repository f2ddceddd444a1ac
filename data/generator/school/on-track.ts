import type { Random } from "../random.ts";
import type { Course } from "./mentees.ts";

/** GCSE grades as ranks, 1 for U to 9 for A*, by subject. */
type Ranks = Record<string, number>;

const c = 6;
const d = 5;

/** Grades before and after that follow a course: on track is five at C or better with English and mathematics. */
export function gradesOnCourse(
  random: Random,
  usual: Ranks,
  course: Course,
): { before: Ranks; after: Ranks } {
  if (course === "stays off") {
    const before = offTrack(random, usual);
    return { before, after: offTrack(random, drifted(random, before)) };
  }
  const on = onTrack(usual);
  if (course === "stays on") return { before: on, after: onTrack(drifted(random, on)) };
  const off = nearMiss(random, on);
  return course === "gains" ? { before: off, after: on } : { before: on, after: off };
}

/** Lifts English, mathematics, and as many of the best other subjects as five passes need (literature not counted). */
function onTrack(ranks: Ranks): Ranks {
  const result: Ranks = {
    ...ranks,
    English: Math.max(c, ranks.English!),
    Mathematics: Math.max(c, ranks.Mathematics!),
  };
  const others = Object.keys(ranks).filter((name) => !name.startsWith("English") && name !== "Mathematics");
  others.sort((a, b) => ranks[b]! - ranks[a]!);
  for (const name of others.slice(0, 3)) result[name] = Math.max(c, ranks[name]!);
  return result;
}

function offTrack(random: Random, ranks: Ranks): Ranks {
  return isOnTrack(ranks) ? nearMiss(random, ranks) : ranks;
}

/** One step short: English with literature, or mathematics, falls to a D. */
function nearMiss(random: Random, ranks: Ranks): Ranks {
  const short = random.chance(0.55) ? ["Mathematics"] : ["English", "English Literature"];
  const lowered = Object.entries(ranks).map(([name, rank]) => [
    name,
    short.includes(name) ? Math.min(d, rank) : rank,
  ]);
  return Object.fromEntries(lowered) as Ranks;
}

function isOnTrack(ranks: Ranks): boolean {
  const passes = Object.keys(ranks).filter((name) => ranks[name]! >= c);
  return (
    passes.length >= 5 && passes.includes("Mathematics") && passes.some((name) => name.startsWith("English"))
  );
}

function drifted(random: Random, ranks: Ranks): Ranks {
  const moved = Object.entries(ranks).map(([name, rank]) => {
    const step = random.chance(0.1) ? 1 : random.chance(0.05) ? -1 : 0;
    return [name, Math.min(9, Math.max(2, rank + step))];
  });
  return Object.fromEntries(moved) as Ranks;
}
