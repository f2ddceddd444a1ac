/** One qualification of a student, placed by its subject. */
export interface Entry {
  /** eng_lang, eng_lit and maths, the id of a basket of the model (ebacc), or open for everything else. */
  slot: string;
  points: number;
  /** A double award, such as combined science: two entries of these points. */
  double?: boolean;
}

/** Which slots there are besides English and maths: baskets of named subjects, and open ones. */
export interface SlotModel {
  baskets: readonly { id: string; slots: number }[];
  open: number;
}

export interface Attainment8 {
  english: number;
  maths: number;
  /** Points of each basket by its id, and of the open slots. */
  baskets: Record<string, number>;
  open: number;
  total: number;
  emptySlots: number;
}

/**
 * Attainment 8 of one student, in points. The better of English language and literature counts twice where both were
 * taken and once where only one was; maths counts twice. Each basket takes its highest entries; what is left over,
 * the other English grade among it, competes for the open slots. A double award is two entries, which may be parted.
 * An empty slot adds nothing.
 * Source: Department for Education, Progress 8 and Attainment 8: guide for maintained secondary schools, 2016 to 2024.
 *
 * @throws RangeError where an entry's slot is not one of the model.
 * @example attainment8([{"slot": "eng_lang", "points": 4}, {"slot": "maths", "points": 4}], {"baskets": [{"id": "ebacc", "slots": 3}], "open": 3}) // => {"english": 4, "maths": 8, "baskets": {"ebacc": 0}, "open": 0, "total": 12, "emptySlots": 6}
 */
export function attainment8(entries: readonly Entry[], { baskets, open }: SlotModel): Attainment8 {
  const slots = ["eng_lang", "eng_lit", "maths", "open", ...baskets.map(({ id }) => id)];
  const known = new Map(slots.map((slot) => [slot, [] as number[]]));
  for (const { slot, points, double } of entries) {
    const of = known.get(slot);
    if (!of)
      throw new RangeError(
        `The argument entries has the slot "${slot}", which the model lacks; give one of ${slots.join(", ")}.`,
      );
    of.push(points, ...(double ? [points] : []));
  }
  const bestFirst = (slot: string) => known.get(slot)!.sort((a, b) => b - a);
  const [languages, literatures, maths] = ["eng_lang", "eng_lit", "maths"].map(bestFirst);
  const [english, ...spareEnglish] = [...languages!, ...literatures!].sort((a, b) => b - a);
  const both = languages!.length > 0 && literatures!.length > 0;
  const left = [...spareEnglish, ...maths!.slice(1), ...known.get("open")!];
  let emptySlots = (english === undefined ? 1 : 0) + (maths!.length === 0 ? 1 : 0);
  const fill = (slotsOf: number, from: readonly number[]): number => {
    emptySlots += Math.max(0, slotsOf - from.length);
    return from.slice(0, slotsOf).reduce((sum, points) => sum + points, 0);
  };
  const filled = Object.fromEntries(
    baskets.map(({ id, slots: wide }) => {
      const from = bestFirst(id);
      left.push(...from.slice(wide));
      return [id, fill(wide, from)];
    }),
  );
  const score = {
    english: (english ?? 0) * (both ? 2 : 1),
    maths: (maths![0] ?? 0) * 2,
    open: fill(
      open,
      left.sort((a, b) => b - a),
    ),
  };
  const total =
    score.english + score.maths + score.open + Object.values(filled).reduce((sum, points) => sum + points, 0);
  return { ...score, baskets: filled, total, emptySlots };
}
