import type { ShownProgramme } from "../../support/shown-programme.ts";

export function oneGradeAwayTests(_: ShownProgramme): void {}
