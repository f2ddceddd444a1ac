/** Readers of single cells. Each returns null for text it cannot read with certainty; none guesses. */

export { readSen, readSex, readYesNo } from "./values/codes.ts";
export { type DateFormat, readDate, readDateWithNote } from "./values/dates.ts";
export { readCombinedName } from "./values/names.ts";
export { readNumber, readWhole } from "./values/numbers.ts";
export { readYearGroup } from "./values/year-group.ts";
