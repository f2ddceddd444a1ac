import type { Random } from "../random.ts";
import type { YearGroup } from "./year.ts";

const lower = [
  "English",
  "Mathematics",
  "Science",
  "History",
  "Geography",
  "French",
  "Religious Studies",
  "Technology",
  "Art",
  "Music",
];

const gcseOptions = [
  "Additional Science",
  "Art",
  "Business Studies",
  "Drama",
  "Design and Technology",
  "French",
  "Geography",
  "History",
  "ICT",
  "Music",
  "Physical Education",
  "Spanish",
];
const gcse = ["English", "English Literature", "Mathematics", "Science", "Religious Studies", ...gcseOptions];

const alevel = [
  "Art",
  "Biology",
  "Business Studies",
  "Chemistry",
  "Economics",
  "English Literature",
  "French",
  "Geography",
  "History",
  "ICT",
  "Mathematics",
  "Media Studies",
  "Physics",
  "Psychology",
  "Sociology",
];

/** The subjects of a year group's marksheet, in the order of its columns. */
export function subjectsOf(year: YearGroup): readonly string[] {
  return year <= 9 ? lower : year <= 11 ? gcse : alevel;
}

/** The subjects that one student takes. */
export function chooseSubjects(random: Random, year: YearGroup, level: number): string[] {
  if (year <= 9) return lower;
  if (year >= 12) return sorted(random.shuffled(alevel).slice(0, year === 12 ? 4 : 3), alevel);
  const literature = level > -0.3 ? ["English Literature"] : [];
  const core = ["English", ...literature, "Mathematics", "Science", "Religious Studies"];
  return sorted([...core, ...random.shuffled(gcseOptions).slice(0, 4)], gcse);
}

function sorted(chosen: readonly string[], order: readonly string[]): string[] {
  return order.filter((name) => chosen.includes(name));
}
