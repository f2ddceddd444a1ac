import { describe, expect, it } from "vitest";
import { duckdbCsv } from "../../support/corpora.ts";
import { readFolder } from "../../support/programme-folder.ts";
import { cellsOf, otherCellsOf } from "../../support/second-opinion.ts";

const { title, missing, files } = await duckdbCsv();
const names = [...files.keys()];
const longest = 5_000;

describe.skipIf(missing)(title, () => {
  it("is 942 files", () => {
    expect(names).toHaveLength(942);
  });

  it.each(names)(
    "%s is read or refused in time, with every line accounted for",
    { timeout: longest },
    (name) => {
      const read = readFolder({ [name]: files.get(name)! });
      const file = read.files.find((candidate) => candidate.name === name);
      if (!file) {
        // A hidden file is passed over; a file of another format is named; both are then read by their bytes alone.
        const hidden = name.split("/").some((part) => part.startsWith("."));
        expect(read.notices.some((notice) => notice.startsWith(`${name} `))).toBe(!hidden);
      }
      const account = file ?? readFolder({ "other.csv": files.get(name)! }).file("other.csv");
      const { total, accepted, quarantined } = account.lineCounts();
      expect(total > 0).toBe(files.get(name)!.length > 0);
      if (quarantined > 0 || (total > 0 && accepted === 0)) expect(account.problems).not.toEqual([]);
    },
  );

  it("is split into the same cells as by csv-parse, which reads none of them that is refused but bad bytes", () => {
    const compared = { files: 0, tables: 0 };
    for (const [name, bytes] of files) {
      for (const delimiter of [",", ";", "\t", "|"]) {
        const [own, other] = [cellsOf(bytes, delimiter), otherCellsOf(bytes, delimiter)];
        const about = `${name} split at ${JSON.stringify(delimiter)}`;
        if (own) {
          expect(own, about).toEqual(other);
          compared.files++;
          if ((own[0]?.length ?? 0) > 1) compared.tables++;
        } else if (other) expect(isText(bytes), about).toBe(false);
      }
    }
    expect(compared.files).toBeGreaterThan(2_000);
    expect(compared.tables).toBeGreaterThan(250);
  });
});

/** Whether bytes are UTF-8 throughout, without a NUL. */
function isText(bytes: Buffer): boolean {
  return !bytes.includes(0) && Buffer.from(bytes.toString("utf8")).equals(bytes);
}
