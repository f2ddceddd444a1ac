import type { DefinitionGroup } from "./definition.ts";
import { attainment } from "./definitions/attainment.ts";
import { comparison } from "./definitions/comparison.ts";
import { data } from "./definitions/data.ts";
import { further } from "./definitions/further.ts";
import { outcomes } from "./definitions/outcomes.ts";
import { pages } from "./definitions/pages.ts";
import { students } from "./definitions/students.ts";
import { verdict } from "./definitions/verdict.ts";

/** The definition of every number of the record and the pages, in the order in which they are read. */
export const definitionGroups: readonly DefinitionGroup[] = [
  students,
  outcomes,
  verdict,
  comparison,
  further,
  attainment,
  pages,
  data,
];
