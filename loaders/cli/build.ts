import { dirname, resolve } from "node:path";
import { leadersEdition } from "../editions/leaders.ts";
import { ProgrammeError } from "../programme/programme-error.ts";
import { publish } from "../publish/publish.ts";
import { command, shown } from "./command.ts";
import { loadProgramme } from "./load.ts";
import { Progress } from "./progress.ts";

const help = `Builds and publishes the editions of a programme folder, atomically.

Usage: npm run build -- [FOLDER] [--edition NAME]... [--out dist]

FOLDER           the programme folder (default data/college)
--edition NAME   build only this edition; may be repeated (now: leaders)
--out PATH       where the release goes (default dist)
--help           this text

Exit code: 0 when the release was written (problems are on stderr), 2 when it was not; the last release then stays.
`;

const editions = ["leaders"];

await command(
  help,
  { edition: { type: "string", multiple: true }, out: { type: "string", default: "dist" } },
  async ({ folder, values }) => {
    for (const name of (values.edition as string[] | undefined) ?? []) {
      if (!editions.includes(name)) {
        throw new ProgrammeError(`There is no edition "${name}". Name one of: ${editions.join(", ")}.`);
      }
    }
    const place = resolve(values.out as string);
    refuseOwnFolder(folder, place);
    const progress = new Progress();
    const loaded = await loadProgramme(folder, progress);
    try {
      const edition = await leadersEdition(loaded);
      await publish(folder, loaded.extract.files, [edition], place, (step) => progress.step(step));
      progress.note(`Published: ${shown(place)}`);
      return 0;
    } finally {
      progress.end();
      loaded.warehouse.close();
    }
  },
);

/** A release must not replace the programme folder or anything that holds it. */
function refuseOwnFolder(folder: string, place: string): void {
  for (let path = folder; ; path = dirname(path)) {
    if (path === place) {
      throw new ProgrammeError(
        "--out names the programme folder or a folder around it. Name another folder.",
      );
    }
    if (path === dirname(path)) return;
  }
}
