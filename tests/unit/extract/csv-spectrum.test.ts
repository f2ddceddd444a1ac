import { describe, expect, it } from "vitest";
import { csvSpectrum } from "../../support/corpora.ts";
import { cellsOf } from "../../support/second-opinion.ts";

const { title, missing, files } = csvSpectrum();

describe.skipIf(missing)(title, () => {
  it("is eleven files", () => {
    expect([...files.keys()]).toHaveLength(11);
  });

  it.each([...files.keys()])(
    "%s is read cell by cell as its JSON says, line ends within a cell as LF",
    (name) => {
      const { bytes, expected } = files.get(name)!;
      const [header, ...rows] = cellsOf(bytes, ",")!;
      const read = rows.map((row) => Object.fromEntries(header!.map((label, i) => [label, row[i]])));
      expect(read).toEqual(JSON.parse(JSON.stringify(expected).replaceAll("\\r\\n", "\\n")));
    },
  );
});
