import { subjectsProblem } from "../extract/layout/subjects.ts";
import { columnsOf } from "../extract/tables.ts";
import { checkAttainment } from "./check-attainment.ts";
import { checkValues } from "./check-values.ts";
import { refusePlaceholders } from "./placeholders.ts";
import { ProgrammeError } from "./programme-error.ts";
import { readSettingsText } from "./read-settings-text.ts";
import { builtInScales, gradeOnScale, type Scale } from "./scales.ts";
import { type CriterionSettings, type ProgrammeSettings, programmeSchema } from "./schema.ts";
import { settingsProblem } from "./settings-problems.ts";
import { JsonFault, parseStrictJson } from "./strict-json.ts";
import { suggest } from "./suggest.ts";

/** programme.json, validated, with the scales it names looked up. */
export interface Programme {
  /** Absolute path of the programme folder. */
  folder: string;
  settings: ProgrammeSettings;
  /** Own and built-in scales by id; an own scale hides a built-in one of the same id. */
  scales: ReadonlyMap<string, Scale>;
  criteria: readonly (CriterionSettings & { ranks: Scale })[];
}

/**
 * Reads and validates programme.json of a folder.
 * @throws ProgrammeError with one sentence that names the setting and what to do.
 */
export function loadSettings(folder: string): Programme {
  return resolveSettings(folder, parseJson(readSettingsText(folder)));
}

function parseJson(text: string): unknown {
  try {
    return parseStrictJson(text);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    throw new ProgrammeError(`programme.json is not valid JSON at line ${error.line}. ${error.message}`);
  }
}

/** Validates settings that were read already; see loadSettings. */
export function resolveSettings(folder: string, json: unknown): Programme {
  refusePlaceholders(json);
  const parsed = programmeSchema.safeParse(json, { reportInput: true });
  if (!parsed.success) throw new ProgrammeError(settingsProblem(programmeSchema, parsed.error.issues));
  const settings = parsed.data;
  const scales = new Map<string, Scale>(
    [...builtInScales, ...settings.scales].map((scale) => [scale.id, scale as Scale]),
  );
  refuseRepeats(
    "scales",
    settings.scales.map((scale) => scale.id),
  );
  refuseRepeats(
    "criteria",
    settings.criteria.map((criterion) => criterion.id),
  );
  const named = (id: string, where: string): Scale => {
    const scale = scales.get(id);
    if (scale) return scale;
    throw new ProgrammeError(
      `programme.json: ${where} names the scale "${id}", which is not declared. Add it to "scales" with its grades from best to worst, or use a built-in one: ${builtInScales.map((s) => s.id).join(", ")}.`,
    );
  };
  const criteria = settings.criteria.map((criterion, i) => ({
    ...criterion,
    ranks: named(criterion.scale, `criteria[${i}]`),
  }));
  refuseReservedIds(settings);
  settings.qualifications.forEach((line, i) => {
    for (const id of scaleIds(line)) named(id, `qualifications[${i}]`);
  });
  checkSpellings(settings);
  const twice = subjectsProblem(settings);
  if (twice) throw new ProgrammeError(twice);
  checkColumns(settings);
  checkValues(settings);
  checkAspects(settings);
  checkPrimaryOutcome(settings);
  checkPass(settings, scales);
  checkAttainment(settings);
  return { folder, settings, scales, criteria };
}

function refuseRepeats(list: string, ids: readonly string[]): void {
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice)
    throw new ProgrammeError(`programme.json: "${list}" declares the id "${twice}" twice. Keep one of them.`);
}

/** Outcomes that are no criterion, by the names that "primaryOutcome" gives them. */
const otherOutcomes = ["criteria-mean", "predictions"];

function refuseReservedIds({ criteria }: ProgrammeSettings): void {
  criteria.forEach(({ id }, i) => {
    if (!otherOutcomes.includes(id)) return;
    throw new ProgrammeError(
      `programme.json: criteria[${i}].id is "${id}", which "primaryOutcome" uses for another outcome. Give the criterion another id.`,
    );
  });
}

/** The scales that a line of "qualifications" names. */
export function scaleIds({ scale, scales }: ProgrammeSettings["qualifications"][number]): readonly string[] {
  return scales ?? [scale!];
}

function checkSpellings(settings: ProgrammeSettings): void {
  settings.scales.forEach(({ bestFirst, spellings = {} }, i) => {
    for (const [typed, grade] of Object.entries(spellings)) {
      if (bestFirst.includes(grade)) continue;
      throw new ProgrammeError(
        `programme.json: scales[${i}].spellings reads "${typed}" as "${grade}", which is not a grade of the scale. Use one of ${bestFirst.join(", ")}.`,
      );
    }
  });
}

function checkColumns(settings: ProgrammeSettings): void {
  settings.sources.forEach((source, i) => {
    const known = columnsOf(source.table);
    for (const [header, column] of Object.entries(source.columns)) {
      if (known.has(column)) continue;
      const meant = suggest(column, [...known]);
      throw new ProgrammeError(
        `programme.json: sources[${i}].columns maps "${header}" to "${column}", which is not a column of the ${source.table} table. ${meant ? `Did you mean "${meant}"?` : `Use one of ${[...known].join(", ")}.`}`,
      );
    }
  });
}

function checkAspects(settings: ProgrammeSettings): void {
  const ids = settings.criteria.map((criterion) => criterion.id);
  settings.sources.forEach((source, i) => {
    for (const [name, target] of Object.entries(source.aspects)) {
      if (typeof target === "string" && !ids.includes(target)) {
        throw new ProgrammeError(
          `programme.json: sources[${i}].aspects maps "${name}" to the criterion "${target}", which is not declared. Add it to "criteria" or use one of ${ids.join(", ")}.`,
        );
      }
    }
  });
}

function checkPrimaryOutcome(settings: ProgrammeSettings): void {
  const allowed = [...otherOutcomes, ...settings.criteria.map((criterion) => criterion.id)];
  if (allowed.includes(settings.primaryOutcome)) return;
  throw new ProgrammeError(
    `programme.json: "primaryOutcome" is "${settings.primaryOutcome}", but must be one of ${allowed.join(", ")}.`,
  );
}

function checkPass(settings: ProgrammeSettings, scales: ReadonlyMap<string, Scale>): void {
  const onTrack = settings.onTrack;
  const pass = onTrack?.pass;
  if (!onTrack || pass === undefined) return;
  for (const year of onTrack.yearGroups) {
    const lines = settings.qualifications.filter(
      (line) => !line.yearGroups || line.yearGroups.includes(year),
    );
    const used = lines.flatMap((line) => scaleIds(line).map((id) => scales.get(id)!));
    if (used.some((scale) => gradeOnScale(scale, pass) !== null)) continue;
    const grades = used.map((scale) => `${scale.id}: ${scale.bestFirst.join(", ")}`).join("; ");
    throw new ProgrammeError(
      `programme.json: "onTrack.pass" is "${pass}", which is not a grade of any scale used in year ${year} (${grades || "there is none"}). Give one of its grades, or add the scale under "qualifications".`,
    );
  }
}
