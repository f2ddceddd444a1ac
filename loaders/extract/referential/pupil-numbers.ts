import { ulnProblem, upnProblem } from "../values/pupil-numbers.ts";
import type { SmallFacts } from "./small-tables.ts";
import type { Warnings } from "./warnings.ts";

/** UPNs and ULNs whose form or check letter is wrong: a warning only, for real numbers with a wrong letter exist. */
export function checkPupilNumbers(facts: SmallFacts, warnings: Warnings): void {
  const problems = { upn: upnProblem, uln: ulnProblem };
  for (const fact of facts.students) {
    for (const [column, problemOf] of Object.entries(problems)) {
      const number = fact.row[column] as string | null;
      const problem = number === null ? null : problemOf(number);
      if (problem === null) continue;
      warnings.warn(fact, `wrong-${column}`, {
        column,
        code: "constraint-error",
        message: `This ${column.toUpperCase()} ${problem}. It is used as it is; check it in the MIS.`,
      });
    }
  }
}
