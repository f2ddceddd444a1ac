import { boys, girls, surnames } from "./names.ts";
import type { Random } from "./random.ts";

export type Sex = "M" | "F";

export interface Person {
  surname: string;
  forename: string;
  sex: Sex;
}

/** Hands out people. No full name occurs twice, nor inside another: "Zoë Smith" beside "Zoë Smith-Jones" would. */
export class Population {
  readonly #random: Random;
  readonly #taken: string[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  invent(): Person {
    for (;;) {
      const sex = this.#random.chance(0.5) ? "M" : "F";
      const forename = this.#random.pick(sex === "M" ? boys : girls);
      const person: Person = { surname: this.#random.pick(surnames), forename, sex };
      if (this.#reserve(`${forename} ${person.surname}`)) return person;
    }
  }

  /** A teacher as a register shows one: initial and surname. */
  inventTeacher(): string {
    for (;;) {
      const name = `${this.#random.pick(boys.concat(girls))[0]} ${this.#random.pick(surnames)}`;
      if (this.#reserve(name)) return name;
    }
  }

  #reserve(name: string): boolean {
    if (this.#taken.some((other) => other.includes(name) || name.includes(other))) return false;
    this.#taken.push(name);
    return true;
  }
}

export function surnameFirst(person: Person): string {
  return `${person.surname}, ${person.forename}`;
}

export function bySurname<T extends { person: Person }>(a: T, b: T): number {
  const [left, right] = [surnameFirst(a.person), surnameFirst(b.person)];
  return left < right ? -1 : Number(left > right);
}
