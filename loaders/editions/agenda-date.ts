import { addDays } from "../programme/days.ts";
import type { ProgrammeSettings } from "../programme/schema.ts";

/** The next panel: as programme.json says, or else one interval after the last one; null where neither is known. */
export function agendaDate(
  { asOf, panel }: Pick<ProgrammeSettings, "asOf" | "panel">,
  lastPanel: string | null,
): string | null {
  if (panel.next && panel.next >= asOf) return panel.next;
  return lastPanel && addDays(lastPanel, 7 * panel.everyWeeks);
}
