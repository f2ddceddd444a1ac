/** A levels, each with the number of its teachers. */
export const subjects: Record<string, number> = {
  "Art and Design": 2,
  Biology: 4,
  "Business Studies": 3,
  Chemistry: 3,
  Economics: 2,
  "English Language": 3,
  "English Literature": 3,
  "Film Studies": 2,
  French: 1,
  Geography: 2,
  History: 3,
  Law: 2,
  Mathematics: 4,
  "Media Studies": 2,
  Physics: 2,
  Psychology: 4,
  Sociology: 3,
  Spanish: 1,
};

/** Two teachers share each class of these subjects in the second year, and both write reviews. */
export const shared: readonly string[] = ["Chemistry", "History"];

export const criteria = [
  "Focus",
  "Effort in Lesson",
  "Effort in Homework",
  "Meeting Deadlines",
  "Consolidation",
  "Exam Technique",
] as const;
