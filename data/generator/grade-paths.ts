import type { Random } from "./random.ts";

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

interface Shape {
  subjects: number;
  criteria: number;
  reviews: number;
  /** The rank of the best grade; 1 is the worst. */
  best: number;
  /** How likely a subject is hit when a student has a bad spell in one criterion. */
  spellShare: number;
}

/**
 * A student's review grades as ranks, [subject][criterion][review]. Grades hover about what is usual for the
 * student, and change seldom; now and then one criterion dips in several subjects at once.
 */
export function reviewPaths(random: Random, level: number, shape: Shape): number[][][] {
  const paths = range(shape.subjects).map(() =>
    range(shape.criteria).map(() => {
      const usual = clamp(Math.round(level + random.normal() * 0.6), 1, shape.best);
      let rank = random.chance(0.18) ? clamp(usual + random.pick([-1, -1, 1]), 1, shape.best) : usual;
      return range(shape.reviews).map(() => {
        if (rank !== usual && random.chance(0.3)) rank += Math.sign(usual - rank);
        else if (random.chance(0.012)) rank = clamp(rank + random.pick([-1, 1]), 1, shape.best);
        return rank;
      });
    }),
  );
  for (let review = 1; review < shape.reviews; review++) {
    if (!random.chance(0.1)) continue;
    const criterion = random.between(0, shape.criteria - 1);
    for (const subject of paths) {
      if (random.chance(shape.spellShare))
        subject[criterion]![review] = Math.max(1, subject[criterion]![review]! - 1);
    }
  }
  return paths;
}

/** A predicted grade from review to review: it seldom moves, and never far. */
export function predictedPath(random: Random, rank: number, reviews: number, best: number): number[] {
  let current = rank;
  return range(reviews).map(() => {
    if (random.chance(0.035))
      current = clamp(current + random.pick([-1, 1]), Math.max(1, rank - 1), Math.min(best, rank + 1));
    return current;
  });
}

/** How far a target stands above the predicted grade; higher and more often so for a student who is slipping. */
export function targetLead(random: Random, slipping: boolean): number {
  if (slipping) return random.chance(0.5) ? 1 : 0;
  return random.chance(0.025) ? 1 : random.chance(0.12) ? -1 : 0;
}

export function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
