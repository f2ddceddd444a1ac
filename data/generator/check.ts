/**
 * Counts the published figures from the files as written, straight from the contract and with nothing of the
 * generator or of the pipeline, and fails where one is off: npx tsx data/generator/check.ts
 */
import { checkCollege } from "./check/college.ts";
import { checkSchool } from "./check/school.ts";

const figures = [...checkCollege(), ...checkSchool()];
for (const { name, found, expected } of figures) {
  const verdict = expected === undefined ? "    " : found === expected ? "ok  " : "OFF ";
  const wanted = verdict === "OFF " ? ` (expected ${expected})` : "";
  console.log(`${verdict} ${name}: ${found}${wanted}`);
}
process.exitCode = figures.every(({ found, expected }) => expected === undefined || found === expected)
  ? 0
  : 1;
