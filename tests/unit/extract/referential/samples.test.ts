import { describe, expect, it } from "vitest";
import { extract } from "../../../../loaders/extract/extract.ts";
import { checkReferences } from "../../../../loaders/extract/referential/check-references.ts";
import { warnSameFiles } from "../../../../loaders/extract/referential/same-file-twice.ts";
import { loadSettings } from "../../../../loaders/programme/load-settings.ts";

describe("what fits together is not warned about", () => {
  it.each(["college", "school", "templates"])(
    "data/%s",
    (name) => {
      const programme = loadSettings(new URL(`../../../../data/${name}`, import.meta.url).pathname);
      const { facts, files } = extract(programme);
      checkReferences(facts, programme);
      warnSameFiles(files);
      expect(files.flatMap(({ problems }) => problems)).toEqual([]);
    },
    30_000,
  );
});
