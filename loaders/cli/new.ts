import { academicYearOf, nearestDayOf } from "../programme/academic-year.ts";
import { makeProgrammeFolder } from "../programme/new-folder.ts";
import { ProgrammeError } from "../programme/programme-error.ts";
import { programmeSchema } from "../programme/schema.ts";
import { command, folderToMake, shown } from "./command.ts";

const help = `Makes a programme folder to start from: settings, and a file with two example rows for every table.

Usage: npm run new -- FOLDER [--institution NAME] [--academic-year 2026-27] [--as-of YYYY-MM-DD]

FOLDER                 the folder to make; it must not exist, or be empty
--institution NAME     the school or college
--academic-year YEAR   written like 2026-27 (default: that of the day below)
--as-of DATE           the day the programme is looked at (default: today, or the nearest day of the academic year)
--help                 this text

Exit code: 0 when the folder was made, 2 when it was not; nothing is then left behind.
`;

await command(
  help,
  {
    institution: { type: "string" },
    "academic-year": { type: "string" },
    "as-of": { type: "string" },
  },
  async ({ folder, values }) => {
    const { institution, "academic-year": year, "as-of": day } = values as Record<string, string | undefined>;
    if (institution?.trim() === "")
      throw new ProgrammeError("--institution is empty. Give the school's or college's name.");
    const { academicYear: yearSchema, asOf: daySchema } = programmeSchema.shape;
    if (year !== undefined && !(yearSchema.safeParse(year).success && isNear(year)))
      throw new ProgrammeError(`--academic-year is "${year}". Write two years in a row, like 2026-27.`);
    if (day !== undefined && !(daySchema.safeParse(day).success && isNear(day)))
      throw new ProgrammeError(`--as-of is "${day}". Write a day of the calendar, like 2026-12-18.`);
    const asOf = day ?? (year === undefined ? today() : nearestDayOf(year, today()));
    makeProgrammeFolder(folder, {
      ...(institution === undefined ? {} : { institution: institution.trim() }),
      academicYear: year ?? academicYearOf(asOf),
      asOf,
    });
    process.stdout.write(nextSteps(folder));
    return 0;
  },
  folderToMake,
);

/** A year in which records of a school can lie, with those of its students' births. */
function isNear(text: string): boolean {
  const year = Number(text.slice(0, 4));
  return year >= 1950 && year < 2150;
}

/** Today by the computer's own clock and time zone. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function nextSteps(folder: string): string {
  const named = asWord(shown(folder));
  return `Made ${shown(folder)}. It holds invented examples, and every page says so until you remove "synthetic" from its programme.json.

1. Look at it:             npm start -- ${named}
2. Replace the examples:   put your exports in, and delete the example rows and the files you have no data for
3. Complete the settings:  programme.json (docs/settings.md lists them all)
4. See what was read:      npm run check -- ${named}

The folder's README.md says more.
`;
}

/** A path as one word of a command line, in quotation marks where a shell would take it apart. */
function asWord(path: string): string {
  const plain = path.startsWith("-") ? `./${path}` : path;
  if (/^[\p{L}\p{N}./_-]+$/u.test(plain)) return plain;
  return /["$`!]/.test(plain) ? `'${plain.replaceAll("'", "'\\''")}'` : `"${plain}"`;
}
