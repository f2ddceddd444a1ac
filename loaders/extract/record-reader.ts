import type { BulkPlan } from "./bulk/scan-lines.ts";
import { identityColumns } from "./columns.ts";
import type { Fact } from "./fact.ts";
import type { FactStore } from "./fact-store.ts";
import type { FactResolver } from "./resolve-facts.ts";
import type { SourceRecord } from "./source-file.ts";
import type { MissingTokens } from "./values/missing-tokens.ts";

/** How the records of one file are read: one by one, and in bulk where the file allows it. */
export interface RecordReader {
  /** Reads one record: its facts go to the store, what is wrong with it is noted on its file. */
  read(record: SourceRecord): void;
  /** Whether each record says its own date, so that no title above it can change what it means. */
  isDated: boolean;
  /** Whether a row's identifier is a student's, so that it is data whatever else it looks like. */
  isOfStudent(cells: readonly string[]): boolean;
  plan: BulkPlan | null;
  /** Takes back records that were accepted, by what the whole file shows; called once at its end. */
  settle?(): void;
}

/** Where facts go, and what they are checked against; nothing while the students themselves are read. */
export interface Destination {
  store: FactStore;
  resolver: FactResolver | null;
  missing: MissingTokens;
}

/**
 * Whether the identifiers of a row are those of a student; of no row while the students themselves are read.
 * @param index The cell of each canonical column.
 */
export function studentTest(
  index: ReadonlyMap<string, number>,
  { resolver }: Destination,
): (cells: readonly string[]) => boolean {
  const identities = identityColumns.flatMap((name) => {
    const i = index.get(name);
    return i === undefined ? [] : [{ name, i }];
  });
  return (cells) =>
    resolver !== null &&
    identities.some(({ name, i }) => cells[i] && resolver.students.byIdentity(name, cells[i]) !== null);
}

/** Checks a fact and keeps, counts or refuses it. */
export function deliver({ store, resolver }: Destination, fact: Fact): void {
  const outcome = resolver ? resolver.resolve(fact) : "kept";
  if (outcome === "kept") store.add(fact);
  else if (outcome !== "refused") store.counts[fact.table][outcome]++;
}
