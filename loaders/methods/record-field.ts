import type { EvaluationRecord } from "../evaluation/record.ts";

/**
 * The fields of the record by their paths: "a.b", "list[].c" for each item, "byKey.*" for each key. A pair of numbers, such
 * as an interval, is one field.
 */
export type RecordField = FieldOf<EvaluationRecord, "">;

type FieldOf<T, Path extends string> = T extends null | undefined
  ? never
  : T extends readonly [unknown, unknown]
    ? Path
    : T extends readonly (infer Item)[]
      ? FieldOf<Item, `${Path}[]`>
      : T extends object
        ? string extends keyof T
          ? FieldOf<T[keyof T], `${Path}.*`>
          : { [K in keyof T & string]-?: FieldOf<T[K], Path extends "" ? K : `${Path}.${K}`> }[keyof T &
              string]
        : Path;
