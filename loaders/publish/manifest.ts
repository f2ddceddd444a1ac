import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceFile } from "../extract/source-file.ts";
import { walk } from "./walk.ts";

interface Entry {
  file: string;
  bytes: number;
  /** Null for an input that could not be read. */
  sha256: string | null;
}

/** What a release was made from and what it holds; the same inputs give the same manifest. */
export interface Manifest {
  editions: string[];
  inputs: Entry[];
  outputs: Entry[];
}

/** The manifest of a release folder before MANIFEST.json itself is written. */
export function manifest(
  folder: string,
  files: readonly SourceFile[],
  release: string,
  editions: readonly string[],
): Manifest {
  const settings = readFileSync(join(folder, "programme.json"));
  const inputs = [
    entry("programme.json", settings),
    ...files
      .filter(({ name }, i) => files.findIndex((other) => other.name === name) === i)
      .map(({ name, size, sha256 }) => ({ file: name, bytes: size, sha256 })),
  ];
  const outputs = walk(release).map((file) => entry(file, readFileSync(join(release, file))));
  return { editions: [...editions], inputs, outputs };
}

function entry(file: string, bytes: Uint8Array): Entry {
  return { file, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}
