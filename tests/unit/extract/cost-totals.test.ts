import { describe, expect, it } from "vitest";
import { readFolder } from "../../support/programme-folder.ts";

function read(...rows: string[]) {
  const {
    file,
    rows: kept,
    problems,
  } = readFolder({
    "costs.csv": ["item,hours,rate,amount", ...rows, ""].join("\n"),
  });
  return {
    fates: rows.map((_, i) => file("costs.csv").fateOf(i + 2)?.[0]).join(""),
    items: kept("costs").map(({ item }) => item),
    problems: problems("costs.csv").map(({ line, column, severity }) => ({ line, column, severity })),
  };
}

describe("a row of costs that adds others up", () => {
  it.each([
    "Total cost",
    "Total for year",
    "Sub-total tutors",
    "Subtotal: tutors",
    "Autumn term total",
    "Overall",
    "Balance",
    "Budget",
    "Budget 2010-11",
    "Carried forward",
    "Sum of the above",
    "TOTAL_COST",
  ])("is refused by its words, in the middle and at the foot: %s", (item) => {
    const total = `${item},,,999`;
    const middle = read("Tutor,10,20,200", total, "Books,,,50");
    expect(middle).toEqual({
      fates: "aqa",
      items: ["Tutor", "Books"],
      problems: [{ line: 3, column: "item", severity: "error" }],
    });
    expect(read("Tutor,10,20,200", "Books,,,50", total).fates).toBe("aaq");
  });

  it.each(["Overall coordination,10,20,200", "Balance of the lead's time,5,20,100"])(
    "is none where it is priced by the hour: %s",
    (row) => {
      expect(read("Tutor,10,20,200", row, "Books,,,50").fates).toBe("aaa");
    },
  );

  it("is refused by its amount where it is the last", () => {
    expect(read("Tutor,10,20,200", "Books,,,50.10", "All in all,,,250.10").fates).toBe("aaq");
    expect(read("Tutor,10,20,200", "Books,,,50", "Room,,,30", "Year,10,,280").fates).toBe("aaaq");
  });

  it("is refused with those of the other groups, where the last row is one", () => {
    const rows = ["Ann,,,100", "Bob,,,50", "Tutors,,,150", "Books,,,20", "Pens,,,30", "Things,,,50"];
    expect(read(...rows).fates).toBe("aaqaaq");
    expect(read(...rows, "Year,,,200").fates).toBe("aaqaaqq");
    expect(read(...rows, "Travel,,,7").fates).toBe("aaaaaaa");
    expect(read(...rows.slice(0, 4), "Year,,,170").fates).toBe("aaqaq");
  });

  it("is none where it is priced, stands above the others, or has one row above it", () => {
    expect(read("Ann,,,100", "Bob,,,100", "Lead,10,20,200").fates).toBe("aaa");
    expect(read("Room,,,200", "Ann,,,100", "Bob,,,100").fates).toBe("aaa");
    expect(read("Ann,,,100", "Bob,,,100").fates).toBe("aa");
  });
});
