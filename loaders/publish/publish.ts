import { join } from "node:path";
import type { SourceFile } from "../extract/source-file.ts";
import type { Edition } from "./edition.ts";
import { harden } from "./harden.ts";
import { withBuildLock } from "./lock.ts";
import { manifest } from "./manifest.ts";
import { Release } from "./release.ts";
import { runFramework } from "./run-framework.ts";
import { stage } from "./stage.ts";
import { verify } from "./verify.ts";

/**
 * Builds editions and publishes them as one release, atomically.
 * @param folder The programme folder, for the manifest.
 * @param files The exports that were read.
 * @param editions What to build.
 * @param place Absolute path of the release.
 * @param say Told what is being done.
 */
export async function publish(
  folder: string,
  files: readonly SourceFile[],
  editions: readonly Edition[],
  place: string,
  say: (step: string) => void,
): Promise<void> {
  const release = new Release(place);
  try {
    await withBuildLock(async () => {
      for (const edition of editions) {
        const site = join(release.folder, edition.name);
        say(`Building the ${edition.name} edition`);
        stage(edition);
        await runFramework(site);
        harden(site);
        verify(site);
      }
    }, say);
    say("Publishing");
    release.publish(
      manifest(
        folder,
        files,
        release.folder,
        editions.map((edition) => edition.name),
      ),
    );
  } catch (error) {
    release.abandon();
    throw error;
  }
}
