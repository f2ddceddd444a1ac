import type { ShownProgramme } from "../../support/shown-programme.ts";

export function teachersDataTests(_: ShownProgramme): void {}
