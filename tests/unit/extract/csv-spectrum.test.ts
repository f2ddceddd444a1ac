import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { corpora } from "../../support/shared.ts";
import { readTokens } from "../../support/text.ts";

const folder = join(corpora, "csv-spectrum");
const missing = !existsSync(folder);

describe.skipIf(missing)(
  `csv-spectrum${missing ? " (skipped: ../shared/corpora/csv-spectrum is not on this computer)" : ""}`,
  () => {
    const names = missing ? [] : readdirSync(join(folder, "csvs")).map((name) => name.replace(/\.csv$/, ""));

    it("has files to read", () => {
      expect(names.length).toBeGreaterThan(0);
    });

    it.each(names)("%s is read as its JSON says", (name) => {
      const bytes = readFileSync(join(folder, "csvs", `${name}.csv`));
      const [header, ...rows] = readTokens(bytes, ",").map(({ cells }) => cells!);
      const objects = rows.map((row) => Object.fromEntries(header!.map((label, i) => [label, row[i]])));
      const expected = readFileSync(join(folder, "json", `${name}.json`), "utf8").replaceAll("\\r\\n", "\\n");
      expect(objects).toEqual(JSON.parse(expected));
    });
  },
);
