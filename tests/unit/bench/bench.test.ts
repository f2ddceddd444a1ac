import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Bench, type Reading, readings, runBench } from "../../bench/bench.ts";
import { bars, compare, median } from "../../bench/compare.ts";
import type { Measured } from "../../bench/measure.ts";
import { damages, reviewsHeader, writeProgramme } from "../../bench/programme.ts";
import { historyRow, report } from "../../bench/report.ts";
import { readFolder } from "../../support/programme-folder.ts";

function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "bench-test-"));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
const linesOf = (path: string) => readFileSync(path, "latin1").split("\n");

/** A bench with these processor times, as if it had been measured. */
function measured(...rounds: Record<Reading, number>[]): Bench {
  const took = (cpu: number): Measured => ({ cpu, wall: cpu / 2, peak: 300e6, rows: 100, refused: 0 });
  const file = { folder: "", reviews: "", rows: 100, bytes: 6e6, damaged: 0 };
  return {
    whole: file,
    damaged: { ...file, damaged: 14 },
    rounds: rounds.map((round) => ({
      duckdb: took(round.duckdb),
      reader: took(round.reader),
      warehouse: took(round.warehouse),
      damaged: took(round.damaged),
      csvParse: took(round.csvParse),
    })),
  };
}

describe("the generated programme", () => {
  it("is the same bytes each time, one grade a line, each key once", () => {
    inFolder((folder) => {
      const files = ["a", "b"].map((name) => writeProgramme(join(folder, name), 500, null));
      const [one, other] = files.map(({ reviews }) => readFileSync(reviews));
      expect(one).toEqual(other);
      expect(files[0]).toMatchObject({ rows: 500, bytes: one!.length, damaged: 0 });
      const [header, ...lines] = linesOf(files[0]!.reviews);
      expect(header).toBe(reviewsHeader);
      expect(lines.pop()).toBe("");
      expect(lines).toHaveLength(500);
      expect(new Set(lines.map((line) => line.split(",").slice(0, 4).join())).size).toBe(500);
      expect(new Set(lines.map((line) => line.split(",")[4]))).toEqual(new Set(["1", "2", "3", "4", "5"]));
    });
  });

  it("is damaged in each way in turn, and each way costs its line alone", () => {
    inFolder((folder) => {
      const whole = linesOf(writeProgramme(join(folder, "whole"), 280, null).reviews);
      const damaged = writeProgramme(join(folder, "damaged"), 280, 10);
      expect(damaged.damaged).toBe(28);
      const lines = linesOf(damaged.reviews);
      const changed = lines.flatMap((line, i) => (line === whole[i] ? [] : [i]));
      expect(changed).toEqual(Array.from({ length: 28 }, (_, i) => 10 * (i + 1)));
      const settings = JSON.parse(readFileSync(join(damaged.folder, "programme.json"), "utf8"));
      const read = readFolder(
        {
          "students.csv": readFileSync(join(damaged.folder, "students.csv")),
          "reviews.csv": readFileSync(damaged.reviews),
        },
        settings,
      );
      expect(
        read
          .problems("reviews.csv")
          .map(({ line }) => line! - 1)
          .sort((a, b) => a - b),
      ).toEqual(changed);
      expect(new Set(read.problems("reviews.csv").map(({ code }) => code)).size).toBeGreaterThanOrEqual(
        damages.length - 1,
      );
      expect(read.counts.reviews.rows).toBe(252);
    });
  });
});

describe("the bench", () => {
  it("reads the same rows in every way, and says what each took", { timeout: 120_000 }, () => {
    const bench = runBench({ rows: 1_400, rounds: 1 }, () => {});
    expect(bench.rounds).toHaveLength(1);
    for (const reading of Object.keys(readings) as Reading[]) {
      const { rows, refused, cpu, wall, peak } = bench.rounds[0]![reading];
      expect([rows, refused]).toEqual(reading === "damaged" ? [1_386, 14] : [1_400, 0]);
      expect(Math.min(cpu, wall)).toBeGreaterThan(0);
      expect(peak).toBeGreaterThan(10e6);
    }
    expect(report(bench)).toContain("1400 rows");
  });

  it("holds the median of each round's own ratio against the bar", () => {
    const { rounds } = measured(
      { duckdb: 2, reader: 3, warehouse: 3, damaged: 3, csvParse: 30 },
      { duckdb: 1, reader: 1.4, warehouse: 1.4, damaged: 1.4, csvParse: 30 },
      { duckdb: 4, reader: 8, warehouse: 8, damaged: 16, csvParse: 30 },
    );
    expect(compare(rounds).map(({ ratio, met }) => [ratio, met])).toEqual([
      [1.5, true],
      [1.5, true],
      [1, true],
      [0.1, true],
    ]);
    const slow = measured({ duckdb: 2, reader: 3.1, warehouse: 4, damaged: 3.5, csvParse: 10 });
    expect(compare(slow.rounds).map(({ met }) => met)).toEqual([false, true, false, false]);
    expect(bars.map(({ most }) => most)).toEqual([1.5, null, 1.1, 0.2]);
  });

  it("has the middle value of odd and even numbers of rounds", () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([5])]).toEqual([2, 2.5, 5]);
  });

  it("prints pass and miss, and records one row", () => {
    const bench = measured({ duckdb: 2, reader: 3.1, warehouse: 4, damaged: 3.2, csvParse: 31 });
    const ratios = report(bench).split("\n").slice(-4);
    expect(ratios.map((line) => line.split(/ {2,}/).slice(1))).toEqual([
      ["1.55", "<= 1.50", "MISS"],
      ["2.00", "none"],
      ["1.03", "<= 1.10", "pass"],
      ["0.10", "<= 0.20", "pass"],
    ]);
    expect(historyRow(bench, "2026-11-24", "2 x Example")).toBe(
      "| 2026-11-24 | 2 x Example | 100 | 6 | 1.55 | 2.00 | 1.03 | 0.10 | 300 |",
    );
  });
});
