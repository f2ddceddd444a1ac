import { appendFileSync, chmodSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { SourceFile } from "./source-file.ts";

/**
 * Keeps the quarantined lines of every file, byte for byte, under FOLDER/.impact/quarantine at the file's own path,
 * readable by the owner only. What an earlier load left there is replaced.
 */
export function keepQuarantined(folder: string, files: readonly SourceFile[]): void {
  const home = join(folder, ".impact");
  mkdirSync(home, { recursive: true, mode: 0o700 });
  chmodSync(home, 0o700);
  const next = join(home, `quarantine.${process.pid}`);
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { recursive: true, mode: 0o700 });
  for (const file of files) {
    for (const piece of file.quarantinedPieces()) {
      const path = join(
        next,
        file.sheet === null ? file.name : `${file.name} ${sheetPosition(files, file)}.csv`,
      );
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      appendFileSync(path, piece, { mode: 0o600 });
    }
  }
  rmSync(join(home, "quarantine"), { recursive: true, force: true });
  renameSync(next, join(home, "quarantine"));
}

/** A sheet's place among those of its workbook: its name may hold what a path cannot. */
function sheetPosition(files: readonly SourceFile[], file: SourceFile): string {
  return `sheet ${files.filter(({ name }) => name === file.name).indexOf(file) + 1}`;
}
