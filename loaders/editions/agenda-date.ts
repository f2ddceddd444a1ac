import type { ProgrammeSettings } from "../programme/schema.ts";

/** The next panel: as programme.json says, or else one interval after the last one; null where neither is known. */
export function agendaDate(
  { asOf, panel }: Pick<ProgrammeSettings, "asOf" | "panel">,
  lastPanel: string | null,
): string | null {
  if (panel.next && panel.next >= asOf) return panel.next;
  return lastPanel && plusWeeks(lastPanel, panel.everyWeeks);
}

/** An ISO date some weeks later. */
export function plusWeeks(date: string, weeks: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + weeks * 7 * 86_400_000).toISOString().slice(0, 10);
}
