import { command } from "./command.ts";
import { loadProgramme } from "./load.ts";
import { Progress } from "./progress.ts";

const help = `Prints the evaluation record of a programme folder as JSON on stdout.

Usage: npm run -s evaluate -- [FOLDER]

FOLDER   the programme folder (default data/college)
--help   this text

Exit code: 0 when the record was printed (problems are on stderr), 2 when the folder cannot be used.
`;

await command(help, {}, async ({ folder }) => {
  const { evaluation, warehouse } = await loadProgramme(folder, new Progress());
  warehouse.close();
  process.stdout.write(`${JSON.stringify(evaluation.record, null, 2)}\n`);
  return 0;
});
