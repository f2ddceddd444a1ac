import { describe, expect, it } from "vitest";
import { extract } from "../../../../loaders/extract/extract.ts";
import { loadSettings } from "../../../../loaders/programme/load-settings.ts";

describe("what fits together is not warned about", () => {
  it.each(["college", "school", "templates"])(
    "data/%s",
    (name) => {
      const programme = loadSettings(new URL(`../../../../data/${name}`, import.meta.url).pathname);
      const { files } = extract(programme);
      expect(files.flatMap(({ problems }) => problems)).toEqual([]);
    },
    30_000,
  );
});
