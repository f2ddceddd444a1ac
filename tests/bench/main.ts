import { execFileSync } from "node:child_process";
import { appendFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { packageRoot } from "../../loaders/publish/paths.ts";
import { runBench } from "./bench.ts";
import { compare } from "./compare.ts";
import { keystrokeBar, keystrokeReport, timeKeystrokes } from "./keystroke.ts";
import { historyRow, report } from "./report.ts";

const usage = `npm run bench -- [--rows N] [--rounds N] [--record [--date YYYY-MM-DD]]

Reads one generated reviews file in several ways, side by side, and prints what each took, as ratios; then times the
keys of the at-risk list in a browser.
  --rows N      rows of the file; 5400000 without it (30,000 students)
  --rounds N    repeated rounds, of which the median counts; 3 without it
  --record      adds the result to docs/bench.md
  --date DATE   the date of that entry; without it, the date of the last commit
Exits with 1 where a ratio misses its bar.`;

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "5400000" },
    rounds: { type: "string", default: "3" },
    record: { type: "boolean", default: false },
    date: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

if (values.help) process.stdout.write(`${usage}\n`);
else {
  const bench = runBench({ rows: count(values.rows), rounds: count(values.rounds) }, (step) =>
    process.stderr.write(`${step}\n`),
  );
  process.stdout.write(`${report(bench)}\n`);
  const keystrokes = await timeKeystrokes();
  process.stdout.write(`${keystrokeReport(keystrokes)}\n`);
  if (values.record) {
    const date = values.date ?? lastCommitDate();
    appendFileSync(join(packageRoot, "docs", "bench.md"), `${historyRow(bench, date, machine())}\n`);
  }
  const quick = keystrokes.list.every((time) => time < keystrokeBar);
  process.exitCode = quick && compare(bench.rounds).every(({ met }) => met) ? 0 : 1;
}

function count(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new RangeError(`"${text}" is not a number of 1 or more.\n${usage}`);
  return Number(text);
}

function lastCommitDate(): string {
  return execFileSync("git", ["log", "-1", "--format=%cs"], { cwd: packageRoot, encoding: "utf8" }).trim();
}

function machine(): string {
  const all = cpus();
  return `${all.length} x ${all[0]?.model.trim() || "unknown processor"}`;
}
