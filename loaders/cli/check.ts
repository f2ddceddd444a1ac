import { join } from "node:path";
import { type Extract, extractFolder } from "../extract/extract.ts";
import { requireTables } from "../extract/require-tables.ts";
import { loadSettings } from "../programme/load-settings.ts";
import { ProgrammeError } from "../programme/programme-error.ts";
import { loadAccount } from "../quality/account.ts";
import { safety } from "../quality/sentences.ts";
import { visible } from "../quality/visible.ts";
import { checkJson, jsonText } from "./check-json.ts";
import { command, shown } from "./command.ts";
import { tryKeepQuarantined } from "./load.ts";
import { hasErrors, loadReport } from "./load-report.ts";
import { Progress } from "./progress.ts";

const help = `Reads a programme folder and says what was read, what was refused and why, and what each view is missing.

Usage: npm run check -- [FOLDER] [--json]

FOLDER   the programme folder (default data/college)
--json   print the report as JSON on stdout
--help   this text

Exit code: 0 clean or warnings only, 1 loaded with errors (lines quarantined), 2 cannot be used.
`;

await command(help, { json: { type: "boolean" } }, async ({ folder, values }) => {
  const progress = new Progress();
  const programme = loadSettings(folder);
  progress.step("Reading the exports");
  const read = await extractFolder(programme);
  progress.end();
  const unusable = whyUnusable(read);
  const kept = unusable === null && tryKeepQuarantined(folder, read, progress);
  if (values.json) process.stdout.write(`${jsonText(checkJson(read, programme.settings))}\n`);
  else {
    const { institution, name, academicYear } = programme.settings;
    const account = loadAccount(read, programme.settings);
    const quarantine = visible(shown(join(folder, ".impact", "quarantine")));
    const last = unusable
      ? "Not safe to go on: the folder cannot be used as it is, and nothing was loaded."
      : safety(account.totals, kept ? quarantine : null);
    process.stdout.write(loadReport(account, `${institution}: ${name}, ${academicYear}`, last, lineWidth()));
  }
  if (unusable) throw unusable;
  return hasErrors(read) ? 1 : 0;
});

/** Why a folder cannot be evaluated at all, or null. */
function whyUnusable(read: Extract): ProgrammeError | null {
  try {
    requireTables(read.counts);
    return null;
  } catch (error) {
    if (error instanceof ProgrammeError) return error;
    throw error;
  }
}

/** A terminal's width, of which tables need some; a pipe or file has none. */
function lineWidth(): number {
  return process.stdout.isTTY ? Math.max(80, process.stdout.columns) : Infinity;
}
