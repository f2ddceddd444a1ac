/**
 * A named stream of pseudo-random numbers (mulberry32, seeded by an FNV-1a hash of the name), so that a change
 * in one table leaves the others as they were.
 */
export class Random {
  #state = 0x811c9dc5;

  constructor(name: string) {
    for (const character of name) {
      this.#state = Math.imul(this.#state ^ character.codePointAt(0)!, 0x01000193);
    }
  }

  /** A number from 0 up to, but not including, 1. */
  unit(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  chance(share: number): boolean {
    return this.unit() < share;
  }

  /** A whole number from low to high, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1));
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.unit() * items.length)]!;
  }

  /** Roughly normal with mean 0 and standard deviation 1: twelve uniforms need no library function that could differ between engines. */
  normal(): number {
    let sum = -6;
    for (let index = 0; index < 12; index++) sum += this.unit();
    return sum;
  }

  shuffled<T>(items: readonly T[]): T[] {
    const result = [...items];
    for (let index = result.length - 1; index > 0; index--) {
      const other = this.between(0, index);
      [result[index], result[other]] = [result[other]!, result[index]!];
    }
    return result;
  }
}
