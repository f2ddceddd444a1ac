import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { packageRoot } from "../publish/paths.ts";
import { resolveSettings } from "./load-settings.ts";
import { ProgrammeError } from "./programme-error.ts";
import type { ProgrammeInput } from "./schema.ts";
import { templateFiles } from "./template-files.ts";

/** What a new programme folder says of itself; the rest is as in the templates. */
export interface NewProgramme {
  institution?: string;
  academicYear: string;
  asOf: string;
}

/**
 * Makes a programme folder: programme.json with its schema beside it, a file with example rows for every table, and a
 * README. Everything is written aside and then moved into place, so that a failure leaves nothing behind.
 * @param folder Absolute path; it does not exist, or is empty. Folders around it are made.
 * @throws ProgrammeError where the folder cannot be written.
 */
export function makeProgrammeFolder(folder: string, programme: NewProgramme): void {
  const files = folderFiles(folder, programme);
  const there = existsSync(folder);
  const aside = join(there ? folder : dirname(folder), `.new-programme-${process.pid}`);
  const made: string[] = [];
  try {
    const around = mkdirSync(dirname(aside), { recursive: true });
    if (around !== undefined) made.push(around);
    mkdirSync(aside);
    made.push(aside);
    for (const [name, content] of files) writeFileSync(join(aside, name), content, { flag: "wx" });
    if (there) moveInto(folder, aside);
    else renameSync(aside, folder);
  } catch (error) {
    for (const path of made) rmSync(path, { recursive: true, force: true });
    throw new ProgrammeError(
      `The folder could not be made (${(error as NodeJS.ErrnoException).code ?? "error"}), and nothing was left behind. Name another place, one where you may write.`,
    );
  }
}

/** An empty folder that is there already stays the same folder: it may be where the user stands, or a mount. */
function moveInto(folder: string, aside: string): void {
  const moved: string[] = [];
  try {
    for (const name of readdirSync(aside)) {
      renameSync(join(aside, name), join(folder, name));
      moved.push(name);
    }
    rmSync(aside, { recursive: true });
  } catch (error) {
    for (const name of moved) rmSync(join(folder, name), { force: true });
    throw error;
  }
}

function folderFiles(folder: string, { institution, academicYear, asOf }: NewProgramme): Map<string, string> {
  const data = join(packageRoot, "data");
  const text = (...path: string[]) => readFileSync(join(data, ...path), "utf8");
  const template = JSON.parse(text("templates", "programme.json")) as ProgrammeInput;
  const settings: ProgrammeInput = {
    ...template,
    $schema: "./programme.schema.json",
    institution: institution ?? template.institution,
    academicYear,
    asOf,
    synthetic: true,
  };
  resolveSettings(folder, settings);
  return new Map([
    ...templateFiles(settings),
    ["programme.schema.json", text("programme.schema.json")],
    ["README.md", text("templates", "README.md")],
    ["programme.json", `${JSON.stringify(settings, null, 2)}\n`],
  ]);
}
