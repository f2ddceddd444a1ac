import { existsSync } from "node:fs";
import { join } from "node:path";
import { leadersEdition } from "../editions/leaders.ts";
import { ProgrammeError } from "../programme/programme-error.ts";
import { publish } from "../publish/publish.ts";
import { command, explain } from "./command.ts";
import { loadProgramme } from "./load.ts";
import { Progress } from "./progress.ts";
import { serveSite } from "./serve.ts";
import { watchFolder } from "./watch-folder.ts";

const help = `Loads a programme folder, builds the whole-staff site, serves it and rebuilds it when a file of the folder changes.

Usage: npm start -- [FOLDER] [--port 3000]

FOLDER        the programme folder (default data/college)
--port PORT   where to serve it on this computer (default 3000)
--help        this text

The site holds named students. It is served to this computer only; stop it with Ctrl+C.
`;

await command(help, { port: { type: "string", default: "3000" } }, async ({ folder, values }) => {
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new ProgrammeError(`${values.port} is not a port. Give a number from 1 to 65535.`);
  }
  const progress = new Progress();
  const place = join(folder, ".impact", "site");
  const { server, reload } = serveSite(() => join(place, "leaders"));
  await listen(server, port);
  try {
    await build(folder, place, progress);
  } catch (error) {
    server.close();
    throw error;
  }
  progress.note(
    `The site is on http://127.0.0.1:${port}/ and is rebuilt when a file of the folder changes. Stop with Ctrl+C.`,
  );

  let building = false;
  let again = false;
  const rebuild = async (): Promise<void> => {
    again = building;
    if (building) return;
    building = true;
    try {
      progress.note("A file changed.");
      await build(folder, place, progress);
      progress.note("The site was rebuilt.");
      reload();
    } catch (error) {
      progress.note(explain(error));
      if (existsSync(place)) progress.note("The site still shows the last good release.");
    } finally {
      building = false;
    }
    if (again) await rebuild();
  };
  const stopWatching = watchFolder(folder, () => void rebuild());
  return new Promise<number>((resolve) => {
    const stop = (): void => {
      stopWatching();
      server.closeAllConnections();
      server.close(() => resolve(0));
    };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
});

function listen(server: ReturnType<typeof serveSite>["server"], port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE"
          ? new ProgrammeError(
              `Port ${port} is in use, perhaps by another copy of this site. Stop that one, or choose another with --port.`,
            )
          : error,
      );
    });
    server.listen(port, "127.0.0.1", resolve);
  });
}

async function build(folder: string, place: string, progress: Progress): Promise<void> {
  const loaded = await loadProgramme(folder, progress);
  try {
    await publish(folder, loaded.extract.files, [await leadersEdition(loaded)], place, (step) =>
      progress.step(step),
    );
  } finally {
    progress.end();
    loaded.warehouse.close();
  }
}
