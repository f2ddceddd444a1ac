import { pathToFileURL } from "node:url";
import { shareAbove } from "./simulate.ts";

/** The sizes of the table in docs/power.md. */
export const mentees = [6, 12, 20, 30, 60, 100];
export const effects = [0, 0.2, 0.35, 0.5, 0.8, 1];
const others = 300;
const programmes = 200;

/** The share of 200 simulated programmes that is found promising, in per cent. */
export function power(n: number, effect: number): number {
  const seed = 1_000_000 + 10_000 * mentees.indexOf(n) + 1_000 * effects.indexOf(effect);
  return Math.round(100 * shareAbove(programmes, { mentees: n, others, effect, chosen: "lot" }, seed));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(`| mentored | ${effects.map((effect) => `${effect} SD`).join(" | ")} |`);
  console.log(`|---|${effects.map(() => "---|").join("")}`);
  for (const n of mentees)
    console.log(`| ${n} | ${effects.map((effect) => `${power(n, effect)}%`).join(" | ")} |`);
}
