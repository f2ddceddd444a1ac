import { describe, expect, it } from "vitest";
import { hasHiddenControls, hasInvisible } from "../../../loaders/extract/values/hidden-characters.ts";
import { identifierProblem } from "../../../loaders/extract/values/identifiers.ts";
import { missingIn } from "../../../loaders/extract/values/missing-tokens.ts";
import { ulnProblem, upnProblem } from "../../../loaders/extract/values/pupil-numbers.ts";
import { textProblem } from "../../../loaders/extract/values/text-problem.ts";

describe("characters that change what a reader sees", () => {
  it.each([
    ["Smi\u0007th", "a control character (U+0007)"],
    ["Smith\tAnn", "a tab (U+0009)"],
    ["Smith\nAnn", "a line break (U+000A)"],
    ["Smith\u007f", "a control character (U+007F)"],
    ["Smith\u0085", "a control character (U+0085)"],
    ["\u202eSmith", "a change of the direction of writing (U+202E)"],
    ["Smith\u202a", "a change of the direction of writing (U+202A)"],
    ["\u2066Smith\u2069", "a change of the direction of writing (U+2066)"],
    ["Smith\u2028", "a line separator (U+2028)"],
  ])("%j", (text, name) => {
    expect(hasHiddenControls(text)).toBe(name);
    expect(hasInvisible(text)).toBe(name);
  });

  it.each([
    "O’Brien",
    "D'Arcy",
    "Ní Bhriain",
    "می\u200cخواهم",
    "क्\u200dष",
    "\u200fשלום",
    "",
    "名前",
    "null",
    "x".repeat(200),
  ])("%j holds none", (text) => {
    expect(hasHiddenControls(text)).toBeNull();
  });

  it("an identifier has no joiners, marks or soft hyphens either", () => {
    for (const hidden of ["\u200b", "\u200c", "\u200d", "\u200e", "\u00ad", "\u2060", "\ufeff"])
      expect(hasInvisible(`A${hidden}1`)).toMatch(/^an invisible character \(U\+[0-9A-F]{4}\)$/);
    expect(hasInvisible("A1")).toBeNull();
  });
});

describe("identifiers", () => {
  it.each([
    "004321",
    "__proto__",
    "constructor",
    "../../etc/passwd",
    "CON",
    "null",
    "N/A",
    "=1",
    "x".repeat(100),
    "1E5",
    "43647",
    "é",
  ])("%j is one", (id) => {
    expect(identifierProblem(id)).toBeNull();
  });

  it.each([
    ["x".repeat(101), "more than 100 characters"],
    ["A\u00001", "a control character (U+0000)"],
    ["A\u200b1", "an invisible character (U+200B)"],
    ["1.2E+12", "cannot be used: Excel shortened a long number"],
    ["#N/A", "cannot be used: Excel left the error #N/A"],
  ])("%j is none", (id, reason) => {
    expect(identifierProblem(id)).toContain(reason);
  });
});

describe("a text in its column", () => {
  it("is refused in identifiers and names with a sentence that does not quote it", () => {
    expect(textProblem("student_id", "Sec\u202eret")).toBe(
      "This identifier holds a change of the direction of writing (U+202E). Correct it in the export.",
    );
    expect(textProblem("surname", "Sec\u0000ret")).toBe(
      "This name holds a control character (U+0000), which a name cannot have. Remove it in the export.",
    );
    expect(textProblem("name_combined", "Secret\nAnn")).toContain("a line break (U+000A)");
    expect(textProblem("mentor_id", "1.2E+12")).toContain("Excel");
  });

  it("is anything in free text, and any word in a name", () => {
    expect(textProblem("comment", "two\nlines\u202e")).toBeNull();
    for (const name of ["null", "NaN", "true", "N/A", "#N/A", "x".repeat(200)])
      expect(textProblem("surname", name)).toBeNull();
  });
});

describe("UPN", () => {
  it.each([
    "B801200005001",
    "L823432120001",
    "A802200106001",
    "Y93540091800A",
    "l823432120001",
    "y93540091800a",
  ])("%s is right", (upn) => {
    expect(upnProblem(upn)).toBeNull();
  });

  it.each([
    ["A801200005001", "check letter"],
    ["B801200005002", "check letter"],
    ["Y93540091800B", "check letter"],
    ["I801200005001", "check letter"],
    ["Y93540091800O", "I, O or S"],
    ["B80120000500", "12 digits"],
    ["B8012000050011", "12 digits"],
    ["8801200005001", "12 digits"],
    ["B80120000A001", "12 digits"],
    ["Ｂ801200005001", "12 digits"],
    ["N/A", "12 digits"],
    ["", "12 digits"],
  ])("%s is not", (upn, reason) => {
    expect(upnProblem(upn)).toContain(reason);
  });
});

describe("ULN", () => {
  it("is ten digits of which the last fits", () => {
    // 1 x 10 leaves 10; the nine digits 1 to 9 by 10 to 2 make 210, and 9 more leave 10.
    expect(ulnProblem("1000000000")).toBeNull();
    expect(ulnProblem("1234567899")).toBeNull();
    expect(ulnProblem("1234567898")).toContain("check digit");
    expect(ulnProblem("1000000001")).toContain("check digit");
    expect(ulnProblem("9999999999")).toContain("check digit");
    expect(ulnProblem("100000000")).toBe("is not ten digits");
    expect(ulnProblem("１000000000")).toBe("is not ten digits");
    expect(ulnProblem("")).toBe("is not ten digits");
  });
});

describe("missing tokens", () => {
  const settings = { missing: ["-", "N/A", "X"] };

  it("are the programme's, or those of the source for one column in their place", () => {
    const source = { missing: { Grade: ["n/k"], mark: [] } };
    expect([...missingIn(settings, source, "grade")]).toEqual(["n/k"]);
    expect([...missingIn(settings, source, "Mark")]).toEqual([]);
    expect([...missingIn(settings, source, "answer")]).toEqual(settings.missing);
    expect([...missingIn(settings, {}, "grade")]).toEqual(settings.missing);
    expect([...missingIn(settings, null, "grade")]).toEqual(settings.missing);
    expect([...missingIn(settings, { missing: {} }, "__proto__")]).toEqual(settings.missing);
  });
});
