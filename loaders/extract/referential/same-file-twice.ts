import { createHash } from "node:crypto";
import type { SourceFile } from "../source-file.ts";

const emptySha256 = createHash("sha256").digest("hex");

/**
 * Warns on every file whose bytes are those of an earlier one. Their rows collapse without a word, unless the files' names
 * or settings give them different dates: then the same grades would stand for two reviews.
 * @param files In the order in which they were read; empty files are no copies of each other.
 */
export function warnSameFiles(files: readonly Pick<SourceFile, "name" | "sha256" | "warn">[]): void {
  const seen = new Map<string, string>();
  for (const file of files) {
    if (file.sha256 === null || file.sha256 === emptySha256) continue;
    const earlier = seen.get(file.sha256);
    if (earlier === undefined) {
      seen.set(file.sha256, file.name);
      continue;
    }
    if (earlier === file.name) continue;
    file.warn(null, {
      column: null,
      code: "duplicate-file",
      message: `This file is the same, byte for byte, as ${earlier}. Remove it if it is a copy; if it should hold newer data, export it again.`,
    });
  }
}
