import { createHash } from "node:crypto";

/**
 * A number that follows from identifiers alone, the same in every run: what is otherwise equal is chosen by it as if by
 * lot. The order of identifiers would not do, for it often goes with the class or the year of joining.
 */
export function lot(...identifiers: readonly string[]): number {
  return createHash("sha256").update(JSON.stringify(identifiers)).digest().readUIntBE(0, 6);
}
