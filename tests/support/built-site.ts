import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveSite } from "../../loaders/cli/serve.ts";
import { runCommand } from "./run-command.ts";

/** A programme's leaders' edition, built by the command a school runs and served as `npm start` serves it. */
export interface BuiltSite {
  /** Address of the edition, with a slash at its end. */
  url: string;
  close(): Promise<void>;
}

/** Builds the programme into a temporary folder and serves it on a port of its own. */
export async function buildSite(programme: string): Promise<BuiltSite> {
  const out = mkdtempSync(join(tmpdir(), "built-site-"));
  const { code, stderr } = await runCommand("build", programme, "--out", join(out, "dist"));
  if (code !== 0) throw new Error(`The site was not built. ${stderr}`);
  const { server } = serveSite(() => join(out, "dist", "leaders"));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => {
          rmSync(out, { recursive: true });
          done();
        });
      }),
  };
}
