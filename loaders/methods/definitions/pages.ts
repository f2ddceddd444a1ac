import type { DefinitionGroup } from "../definition.ts";

/** Numbers of the other pages, which are not in the record. */
export const pages: DefinitionGroup = {
  title: "On the other pages",
  definitions: [
    {
      term: "Flag",
      meaning:
        "A rule of the page At risk that a student meets, red where it is serious and amber otherwise.",
      fields: [],
    },
    {
      term: "Points and place",
      meaning:
        "Each flag gives the points that the school sets for its rule, a red one twice. Students stand in the order of their sum, which is shown part by part; with the same sum they share a place.",
      fields: [],
    },
    {
      term: "Since the last panel",
      meaning:
        "The same rules applied to the facts dated up to the day of the last panel. New: flagged now and not then. Worse and better: more or fewer points by the rules that could be judged on both days. Gone: flagged then, not now. Facts entered later than that day with an earlier date count as known then.",
      fields: [],
    },
    {
      term: "Measure of the last action",
      meaning:
        "What the words of an action name: attendance, punctuality, behaviour, a review criterion or predicted grades, in the subject named. It is set beside the same before the action was agreed; that it moved does not say that the action moved it. Words that name none of these have no measure in the data.",
      fields: [],
    },
    {
      term: "Unknown",
      meaning:
        "A rule that cannot be judged of a student, since the data are missing or too old. It is not the same as not at risk, and such students are listed.",
      fields: [],
    },
    {
      term: "Precision, recall and lead time",
      meaning:
        "Of students whose later outcome is known: precision is the share of the flagged who missed, recall the share of those who missed who had been flagged at any review before. Lead time is the median from the first flag to the day the outcome was known, of flagged students who missed. A rule is said to flag students who missed more often where the 95% interval of the difference between the flagged and the others lies above zero.",
      source: "Wilson (1927); Newcombe (1998), method 10; Conover (1999), for the interval of a median",
      fields: [],
    },
    {
      term: "Attendance",
      meaning:
        "Sessions attended of the sessions possible this year, by the codes of the Department for Education that were valid on the day; marks that are no code are not counted and are named on the page Data quality.",
      fields: [],
    },
    {
      term: "One subject away",
      meaning:
        "Not on track, but on track if exactly one subject below the pass reached it and all else stayed; one grade away where such a subject is one grade or less below. For a measure in points, if the points are reached with one subject at a higher grade. From the latest predicted grade of every student on roll in the measure's year groups; where subjects that are not known could change the answer, it is not said.",
      fields: [],
    },
    {
      term: "Fresh",
      meaning:
        "A student's newest review or predicted grade of the year in a subject that is no older than atRisk.staleDays, of the students on roll with any grade in it this year. It counts for the teachers who gave it, where a file names them.",
      fields: [],
    },
    {
      term: "Contradiction",
      meaning:
        "Two facts about a student that do not seem to say the same: a praise or concern and the nearest review within 21 days, a predicted grade and the review of the same day, or top review grades and persistent absence. It is a question to ask, not a mistake of the teacher.",
      fields: [],
    },
    {
      term: "Week of the agreement",
      meaning: "School weeks since the start, the first week being 1, of the weeks agreed.",
      fields: [],
    },
    {
      term: "Meetings planned",
      meaning:
        "All meetings of mentees up to the date of the data, by what became of them: held, missed by the student, missed by the mentor, or cancelled, as a closure cancels one and nobody missed it. A meeting that was moved stands in the week in which it was held; it is put off where that day is still to come.",
      fields: [],
    },
    {
      term: "Meetings a week",
      meaning:
        "Meetings held, over the school weeks of all mentees on the programme; beside it what the settings agree.",
      fields: [],
    },
    {
      term: "Places of a mentor",
      meaning:
        "How many mentees the staff list says a mentor can take (capacity); taken by students whose agreement with the mentor is running. A meeting is the mentor's where its day is within such an agreement, with two mentors that of both. Mentors are never put in an order of these figures.",
      fields: [],
    },
    {
      term: "Missed in a row",
      meaning: "Meetings that the student missed since the last one that was held.",
      fields: [],
    },
    {
      term: "Change since the last meeting",
      meaning:
        "Steps up or down since the last review on or before the last meeting held; since the review before, where none came after that meeting.",
      fields: [],
    },
    {
      term: "Age of the data",
      meaning: "Days from the review, or the day of the data, to the date up to which facts are used.",
      fields: [],
    },
  ],
};
