import { rmSync } from "node:fs";
import type { Loaded } from "../../loaders/evaluation/loaded.ts";
import { evaluateFolder } from "./programme-records.ts";
import { type TinyProgramme, tinyFolder } from "./tiny-programme.ts";

/** Loads and evaluates a tiny programme, and hands it to what makes one of its pages. */
export async function ofTiny<T>(
  description: TinyProgramme,
  make: (loaded: Loaded) => T | Promise<T>,
): Promise<T> {
  const folder = tinyFolder(description);
  try {
    const loaded = await evaluateFolder(folder);
    try {
      return await make(loaded);
    } finally {
      loaded.warehouse.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
