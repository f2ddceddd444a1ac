import type { AgendaAction } from "./agenda.ts";
import type { AtRiskStudent } from "./page-data.ts";

interface Person {
  id: string;
  atRisk: AtRiskStudent;
}

/**
 * Gives the places of a panel: first to students with an open action, the longest overdue and then the soonest due
 * first; the rest to flagged students in the order of their points.
 * @returns Also those with an open action who have no place.
 */
export function chooseForAgenda(
  people: readonly Person[],
  actions: ReadonlyMap<string, readonly AgendaAction[]>,
  places: number,
): { chosen: Person[]; waiting: Person[] } {
  const ranked = [...people].sort((a, b) => (a.atRisk.rank ?? Infinity) - (b.atRisk.rank ?? Infinity) || 0);
  const dueDay = ({ id }: Person): string | null => {
    const open = (actions.get(id) ?? []).filter(({ status }) => status === "open");
    if (open.length === 0) return null;
    return open.map(({ dueOn }) => dueOn ?? "9999-12-31").sort()[0]!;
  };
  const carried = ranked
    .filter((person) => dueDay(person) !== null)
    .sort((a, b) => (dueDay(a)! < dueDay(b)! ? -1 : dueDay(a)! > dueDay(b)! ? 1 : 0));
  const others = ranked.filter((person) => dueDay(person) === null && person.atRisk.state === "flagged");
  return {
    chosen: [...carried, ...others].slice(0, places),
    waiting: carried.slice(places),
  };
}
