import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attendanceCode } from "../../../loaders/extract/values/attendance-codes.ts";
import { hasHiddenControls } from "../../../loaders/extract/values/hidden-characters.ts";
import { lostLeadingZeros } from "../../../loaders/extract/values/leading-zeros.ts";
import { ulnProblem, upnProblem } from "../../../loaders/extract/values/pupil-numbers.ts";
import { type DateFormat, readDate, readNumber, readWhole } from "../../../loaders/extract/values.ts";
import { builtInScales, gradeOnScale, gradeOnScales, type Scale } from "../../../loaders/programme/scales.ts";

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const weekdayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** Days from 1900-01-01 to 2199-12-31. */
const day = fc.integer({ min: 0, max: 109_571 }).map((days) => new Date(Date.UTC(1900, 0, 1 + days)));
const isoOf = (date: Date) => date.toISOString().slice(0, 10);
const two = (number: number) => String(number).padStart(2, "0");

/** Every way in which a day is written without a time, in exports that a reader may take at their word. */
function writings(date: Date, years: readonly string[]): string[] {
  const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const days = [String(d), two(d)];
  const tens = d % 100 >= 11 && d % 100 <= 13;
  const ordinal = tens ? "th" : (["th", "st", "nd", "rd"][d % 10] ?? "th");
  const name = monthNames[m - 1]!;
  const names = Array.from({ length: name.length - 2 }, (_, i) => name.slice(0, 3 + i));
  return [
    `${y}-${two(m)}-${two(d)}`,
    ...years.flatMap((year) => [
      ...days.flatMap((dd) =>
        [String(m), two(m)].flatMap((mm) => ["/", "-", "."].map((s) => `${dd}${s}${mm}${s}${year}`)),
      ),
      ...[...days, ...days.map((dd) => dd + ordinal)].flatMap((dd) =>
        names.flatMap((nn) => [" ", "-", "/"].map((s) => `${dd}${s}${nn}${s}${year}`)),
      ),
    ]),
  ];
}

const longYear = (date: Date) => [String(date.getUTCFullYear())];

describe("dates", () => {
  it("every writing of a day is read as that day, whatever the format allows besides", () => {
    fc.assert(
      fc.property(
        day,
        fc.constantFrom<DateFormat | undefined>(undefined, "d/m/y", "d/m/yy"),
        (date, format) => {
          for (const text of writings(date, longYear(date)))
            expect(readDate(text, format), text).toBe(isoOf(date));
          expect(readDate(isoOf(date), "y-m-d")).toBe(isoOf(date));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("a time of day and an offset change nothing", () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 22 }), fc.nat(59), fc.nat(59))
      .map((parts) => parts.map(two).join(":"));
    fc.assert(
      fc.property(day, time, fc.constantFrom("", "Z", "+01:00", "-0500"), (date, at, offset) => {
        expect(readDate(`${isoOf(date)}T${at}${offset}`)).toBe(isoOf(date));
        expect(readDate(`${isoOf(date)}T${at}.123${offset}`)).toBe(isoOf(date));
        expect(readDate(`${isoOf(date).split("-").reverse().join("/")} ${at}`)).toBe(isoOf(date));
      }),
      { numRuns: 300 },
    );
  });

  it("a weekday is read only where it is that day's", () => {
    fc.assert(
      fc.property(day, fc.nat(6), fc.boolean(), (date, weekday, short) => {
        const name = short ? weekdayNames[weekday]!.slice(0, 3) : weekdayNames[weekday]!;
        const agrees = date.getUTCDay() === weekday;
        const text = `${name} ${date.getUTCDate()}/${date.getUTCMonth() + 1}/${date.getUTCFullYear()}`;
        expect(readDate(text)).toBe(agrees ? isoOf(date) : null);
      }),
      { numRuns: 300 },
    );
  });

  it("two-digit years are read with d/m/yy alone, from 1969 to 2068", () => {
    const recent = fc.integer({ min: 0, max: 36_523 }).map((days) => new Date(Date.UTC(1969, 0, 1 + days)));
    fc.assert(
      fc.property(recent, (date) => {
        const long = new Set(writings(date, []));
        for (const text of writings(date, [two(date.getUTCFullYear() % 100)]).filter((w) => !long.has(w))) {
          expect(readDate(text, "d/m/yy"), text).toBe(isoOf(date));
          expect(readDate(text), text).toBeNull();
          expect(readDate(text, "d/m/y"), text).toBeNull();
          expect(readDate(text, "y-m-d"), text).toBeNull();
        }
      }),
      { numRuns: 200 },
    );
  });

  it("a serial day of Excel counts the days", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 99_999 }), (serial) => {
        // 1899-12-30 is day 0 for every day after February 1900.
        const date = isoOf(new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000));
        expect(readDate(String(serial))).toBe(serial >= 20_000 && serial <= 80_000 ? date : null);
      }),
    );
  });

  it("any text that is read as a date is a writing of it, and never month first", () => {
    const part = fc.oneof(
      fc.integer({ min: 0, max: 40 }).map(String),
      fc.integer({ min: 0, max: 40 }).map(two),
      fc.integer({ min: 1890, max: 2210 }).map(String),
      fc.constantFrom(
        ...monthNames,
        "Nov",
        "sept",
        "nov",
        "Mon",
        "Fri,",
        "1st",
        "11th",
        "2nd",
        "T",
        "Z",
        "AM",
      ),
      fc.string({ maxLength: 3 }),
    );
    const separator = fc.constantFrom("/", "-", ".", " ", ":", "", "T", ", ");
    const dateLike = fc
      .array(fc.tuple(part, separator), { minLength: 1, maxLength: 5 })
      .map((parts) => parts.flat().slice(0, -1).join(""));
    const regular = fc.tuple(part, separator, part, part).map(([a, s, b, c]) => [a, b, c].join(s));
    fc.assert(
      fc.property(fc.oneof(dateLike, regular, fc.string()), (text) => {
        for (const format of [undefined, "d/m/yy"] as const) {
          const iso = readDate(text, format);
          if (iso === null || /^\d{5}$/.test(text)) continue;
          const date = new Date(`${iso}T00:00:00Z`);
          const years = [...longYear(date), ...(format ? [iso.slice(2, 4)] : [])];
          const bare = text
            .replace(/^(?:mon|fri)[a-z]*,? */i, "")
            .replace(/[T ]\d{1,2}:\d{2}\S*$/, "")
            .toLowerCase();
          expect(writings(date, years).map((writing) => writing.toLowerCase())).toContain(bare);
        }
      }),
      { numRuns: 20_000 },
    );
  });
});

describe("numbers", () => {
  it("a number is read as what it says, and a text that is read is a plain number", () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.nat(9_999), (whole, fraction) => {
        expect(readWhole(String(whole))).toBe(whole);
        expect(readNumber(`${whole}.${fraction}`)).toBe(Number(`${whole}.${fraction}`) + 0);
      }),
    );
    const digits = fc.string({ unit: fc.constantFrom(..."0123456789.-+,eE%１ "), maxLength: 20 });
    fc.assert(
      fc.property(digits, (text) => {
        const number = readNumber(text);
        if (number === null) return;
        expect(text).toMatch(/^-?[0-9]+(\.[0-9]+)?$/);
        expect(Number.isFinite(number)).toBe(true);
        expect(Object.is(number, -0)).toBe(false);
      }),
      { numRuns: 5_000 },
    );
  });
});

const gradeText = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."AaBbDdMPU*+-=/: 0123456789."), minLength: 1, maxLength: 5 }),
  fc.constantFrom("Pass", "PASS", "pa ss", "Grade A", "A", "a", "D* D", "D*D", "7.0", "7", "__proto__"),
);
const ownScale: fc.Arbitrary<Scale> = fc
  .uniqueArray(gradeText, { minLength: 2, maxLength: 8 })
  .map((bestFirst) => ({ id: "own", label: "Own", bestFirst }));

/** What is left of a text by everything that reading may pass over. */
const core = (text: string) =>
  text
    .normalize("NFC")
    .replace(/^\s*grade[\s:]+/i, "")
    .replace(/\s+/g, "")
    .replace(/^(\d+)\.0$/, "$1")
    .toLowerCase();

describe("grades on any scale", () => {
  it("every grade is read as itself", () => {
    fc.assert(
      fc.property(ownScale, (scale) => {
        for (const grade of scale.bestFirst) expect(gradeOnScale(scale, grade)).toBe(grade);
      }),
      { numRuns: 2_000 },
    );
  });

  it("a text is never read as one of two grades that it may be", () => {
    fc.assert(
      fc.property(ownScale, gradeText, (scale, typed) => {
        const grade = gradeOnScale(scale, typed);
        if (grade === null || grade === typed) return;
        expect(scale.bestFirst).toContain(grade);
        expect(core(typed)).toBe(core(grade));
        const sameCase = scale.bestFirst.filter((other) => other === typed.trim());
        const alike = scale.bestFirst.filter(
          (other) =>
            other.replace(/\s+/g, "").toLowerCase() === typed.replace(/\s+/g, "").toLowerCase() &&
            !/\d\s+\d/.test(other + typed),
        );
        if (alike.length > 1) expect(sameCase.length, `${typed} on ${scale.bestFirst}`).toBe(1);
      }),
      { numRuns: 20_000 },
    );
  });

  it("the order of the scale's grades and of the scales changes nothing", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...builtInScales),
        fc.constantFrom(...builtInScales),
        gradeText,
        (a, b, typed) => {
          const reversed = { ...a, bestFirst: [...a.bestFirst].reverse() };
          expect(gradeOnScale(reversed, typed)).toBe(gradeOnScale(a, typed));
          expect(gradeOnScales([a, b], typed)).toEqual(gradeOnScales([b, a], typed));
          const on = [...new Set([a, b])].filter((scale) => gradeOnScale(scale, typed) !== null);
          const found = gradeOnScales([a, b], typed);
          expect(found === null ? 0 : found === "ambiguous" ? 2 : 1).toBe(on.length);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});

/** The alphabet of UPNs, from the definition: A to Z without I, O and S. */
const alphabet = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].filter((letter) => !"IOS".includes(letter));

describe("check letters and digits", () => {
  const digits = (length: number) =>
    fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: length, maxLength: length });

  it("of the 23 letters exactly one fits a UPN, permanent or temporary", () => {
    fc.assert(
      fc.property(digits(11), fc.constantFrom(..."0123456789", ...alphabet), (middle, last) => {
        const fitting = alphabet.filter((letter) => upnProblem(letter + middle + last) === null);
        expect(fitting).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });

  it("one wrong digit of a UPN is noticed", () => {
    fc.assert(
      fc.property(digits(12), fc.nat(11), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const letter = alphabet.find((one) => upnProblem(one + number) === null)!;
        const wrong = [...number];
        wrong[at] = String((Number(wrong[at]) + by) % 10);
        expect(upnProblem(letter + wrong.join(""))).toContain("check letter");
      }),
      { numRuns: 500 },
    );
  });

  it("at most one last digit fits a ULN, and one wrong digit is noticed", () => {
    fc.assert(
      fc.property(digits(9), fc.nat(9), fc.integer({ min: 1, max: 9 }), (first, at, by) => {
        const fitting = [..."0123456789"].filter((last) => ulnProblem(first + last) === null);
        expect(fitting.length).toBeLessThanOrEqual(1);
        if (fitting.length === 0) return;
        const wrong = [...(first + fitting[0])];
        wrong[at] = String((Number(wrong[at]) + by) % 10);
        expect(ulnProblem(wrong.join(""))).toContain("check digit");
      }),
      { numRuns: 500 },
    );
  });
});

describe("any text", () => {
  it("has no attendance meaning unless it is a code in capitals", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 4 }), day, (mark, date) => {
        const meaning = attendanceCode(mark, isoOf(date));
        if (typeof meaning === "object") expect(mark).toMatch(/^([A-Z]|[CJ][12]|Y[1-7]|[/\\#])$/);
      }),
      { numRuns: 5_000 },
    );
  });

  it("hides no control where none is named", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 8 }), (text) => {
        const controls = [...text].filter((one) => {
          const code = one.codePointAt(0)!;
          return (
            code < 0x20 ||
            (code >= 0x7f && code <= 0x9f) ||
            (code >= 0x2028 && code <= 0x202e) ||
            (code >= 0x2066 && code <= 0x2069)
          );
        });
        expect(hasHiddenControls(text) !== null).toBe(controls.length > 0);
      }),
      { numRuns: 5_000 },
    );
  });

  it("has lost its zeros only where zeros alone make it known", () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^0{0,3}[0-9]{1,3}$/)),
        fc.stringMatching(/^0{0,3}[0-9]{1,3}$/),
        (ids, id) => {
          const known = new Set(ids);
          if (known.has(id) || lostLeadingZeros(id, (one) => known.has(one)) === null) return;
          expect(ids.map(Number)).toContain(Number(id));
        },
      ),
    );
  });
});
