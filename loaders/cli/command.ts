import { existsSync, readdirSync, statSync } from "node:fs";
import { relative, resolve } from "node:path";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { ProgrammeError } from "../programme/programme-error.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;
type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

/** What a command was asked to do: the programme folder and its options. */
interface Call {
  folder: string;
  values: Values;
}

/** Wrong words on the command line; exit code 2. */
class UsageError extends ProgrammeError {}

/**
 * Runs one command: parses its words, prints help where asked, and turns errors into one sentence and an exit code.
 * @param help The text of --help.
 * @param options Options besides --help, as node:util parseArgs takes them.
 * @param main Returns the exit code.
 * @param folderOf Finds the folder among the words that are no options: one that is there, unless the command makes it.
 */
export async function command(
  help: string,
  options: Options,
  main: (call: Call) => Promise<number>,
  folderOf: (positionals: readonly string[], help: string) => string = programmeFolder,
): Promise<void> {
  try {
    const { values, positionals } = readWords(help, options);
    if (values.help) {
      process.stdout.write(help);
      return;
    }
    process.exitCode = await main({ folder: folderOf(positionals, help), values });
  } catch (error) {
    process.exitCode = 2;
    process.stderr.write(`${explain(error)}\n`);
  }
}

function readWords(help: string, options: Options): { values: Values; positionals: string[] } {
  try {
    return parseArgs({
      options: { ...options, help: { type: "boolean", short: "h" } },
      allowPositionals: true,
    });
  } catch (error) {
    const detail = error instanceof Error ? error.message.split(". ")[0] : "The command line cannot be read";
    throw new UsageError(`${detail}. ${usage(help)}`);
  }
}

const usage = (help: string): string =>
  `Use it like this: ${/^Usage: (.*)$/m.exec(help)?.[1] ?? "see --help"}.`;

function programmeFolder(positionals: readonly string[], help: string): string {
  if (positionals.length > 1)
    throw new UsageError(`Name one programme folder, not ${positionals.length}. ${usage(help)}`);
  const given = positionals[0] ?? "data/college";
  const folder = resolve(given);
  if (!existsSync(folder))
    throw new ProgrammeError(
      `There is no folder ${given}. Name a programme folder, for example data/college.`,
    );
  if (!statSync(folder).isDirectory())
    throw new ProgrammeError(
      `There is a file, not a folder, at ${given}. Name the programme folder that holds programme.json.`,
    );
  return folder;
}

/** The folder that a command is to make, as an absolute path: it must be named, and where it exists it must be empty. */
export function folderToMake(positionals: readonly string[], help: string): string {
  const [given] = positionals;
  if (given === undefined || given === "") throw new UsageError(`Name the folder to make. ${usage(help)}`);
  if (positionals.length > 1)
    throw new UsageError(
      `Name one folder, not ${positionals.length}; a name with spaces needs quotation marks. ${usage(help)}`,
    );
  const folder = resolve(given);
  if (!existsSync(folder)) return folder;
  if (!statSync(folder).isDirectory())
    throw new ProgrammeError(`There is a file at ${given}. Name a folder that does not exist yet.`);
  if (readdirSync(folder).length > 0)
    throw new ProgrammeError(
      `The folder ${given} is not empty, and nothing in it was touched. Name a folder that does not exist yet.`,
    );
  return folder;
}

/** One sentence for a known error; for an unknown one where it arose, without its text, which could hold a pupil's data. */
export function explain(error: unknown): string {
  if (error instanceof ProgrammeError) return error.message;
  const frames =
    error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)) : [];
  const name = error instanceof Error ? error.name : typeof error;
  const code = (error as { code?: unknown })?.code;
  return [
    `The program failed (${name}${typeof code === "string" ? ` ${code}` : ""}). Nothing was published. Please report these lines:`,
    ...frames.slice(0, 8).map((frame) => frame.replace(process.cwd(), ".")),
  ].join("\n");
}

/** A path as the user would type it. */
export function shown(path: string): string {
  return relative(process.cwd(), path) || ".";
}
