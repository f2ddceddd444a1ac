import { views } from "../editions/views.ts";
import { type Extract, extract } from "../extract/extract.ts";
import { requireTables } from "../extract/require-tables.ts";
import { loadSettings, type Programme } from "../programme/load-settings.ts";
import { checkJson, tableCounts } from "./check-json.ts";
import { command } from "./command.ts";
import { tryKeepQuarantined } from "./load.ts";
import { hasErrors, problemLines } from "./load-report.ts";
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
  const read = extract(programme);
  progress.end();
  if (values.json) process.stdout.write(`${JSON.stringify(checkJson(read, programme.settings), null, 2)}\n`);
  else process.stdout.write(report(programme, read));
  requireTables(read.counts);
  tryKeepQuarantined(folder, read, progress);
  return hasErrors(read) ? 1 : 0;
});

function report(programme: Programme, read: Extract): string {
  const lines = [
    `${programme.settings.institution}: ${programme.settings.name}, ${programme.settings.academicYear}`,
    "",
  ];
  for (const file of read.files) {
    const counts = file.lineCounts();
    const others = (["preamble", "header", "quarantined", "blank", "footer"] as const)
      .filter((fate) => counts[fate] > 0)
      .map((fate) => `${fate} ${counts[fate]}`);
    lines.push(
      `${file.name}: ${file.table ?? "not recognised"}, ${counts.total} lines = accepted ${counts.accepted}${others.map((part) => ` + ${part}`).join("")}`,
    );
    if (file.unmappedColumns.length > 0) lines.push(`  columns not used: ${file.unmappedColumns.join(", ")}`);
  }
  lines.push("");
  for (const [name, counts] of Object.entries(tableCounts(read))) {
    lines.push(
      `${name}: ${counts.rows} rows, ${counts.missing} without a value, ${counts.unmapped} not mapped, ${counts.collapsedDuplicates} duplicates collapsed`,
    );
  }
  const problems = problemLines(read);
  lines.push("", problems.length > 0 ? "Problems:" : "No problems.", ...problems);
  const missing = views(read, programme.settings).filter((view) => !view.available);
  if (missing.length > 0) lines.push("", "Views that are off:", ...missing.map((view) => view.sentence));
  return `${lines.join("\n")}\n`;
}
