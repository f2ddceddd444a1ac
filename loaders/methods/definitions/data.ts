import type { DefinitionGroup } from "../definition.ts";

/** What the numbers are of. */
export const data: DefinitionGroup = {
  title: "The data",
  definitions: [
    {
      term: "Programme",
      meaning:
        "Its name, institution and year; the date up to which facts are used; whether the data are invented.",
      fields: (["name", "institution", "academicYear", "asOf", "synthetic"] as const).map(
        (name) => `programme.${name}` as const,
      ),
    },
    {
      term: "Rows",
      meaning: "Lines with data of all files: each was used, or set aside with its reason.",
      fields: ["load.rowsIn", "load.accepted", "load.quarantined"],
    },
    {
      term: "Missing parts",
      meaning: "Why a whole part of the record is missing.",
      fields: ["why.*"],
    },
  ],
};
