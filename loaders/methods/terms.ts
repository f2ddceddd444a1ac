/** A word of the project: what code, pages and documents mean by it. */
export interface Term {
  word: string;
  sense: string;
  /** As pages write it, where a page explains it in place. */
  forms?: readonly string[];
}

/** Every word of the glossary, in the order of the alphabet. docs/GLOSSARY.md is made from it. */
export const terms: readonly Term[] = [
  {
    word: "95% interval",
    sense:
      "the values that the data do not rule out; were the same work repeated, 19 of 20 such intervals would hold the true value",
    forms: ["95% interval", "95% intervals"],
  },
  { word: "action", sense: "a short-term target agreed at a meeting, with a date, an owner and an outcome" },
  { word: "active", sense: "an agreement without an end on or before `asOf`" },
  {
    word: "agreement",
    sense: "a period of mentoring agreed by mentor and mentee; a mentee may have several",
    forms: ["agreement", "agreements"],
  },
  { word: "`asOf`", sense: "the date the programme is looked at; later facts are not used" },
  {
    word: "aspect",
    sense: "what a grade is about, as an export names it: a criterion, or a kind of prediction",
  },
  {
    word: "Attainment 8",
    sense: "points of a student's eight best subjects by slots; English and maths count twice",
    forms: ["Attainment 8"],
  },
  {
    word: "attrition",
    sense:
      "the share of those with the outcome before the start who have none after, in the mentored and in the others",
    forms: ["attrition"],
  },
  {
    word: "balance",
    sense: "how alike mentored and other students were before the start, in standard deviations",
    forms: ["balance"],
  },
  { word: "band", sense: "a fifth of a year group by prior attainment" },
  {
    word: "baseline, before",
    sense: "the last review in a subject and criterion on or before the start, within the window",
    forms: ["baseline"],
  },
  { word: "Basics", sense: "English and maths, both passed", forms: ["Basics"] },
  {
    word: "basis of attendance",
    sense:
      "what a register marks: sessions (morning and afternoon) or lessons; a student's share is of one of them",
  },
  { word: "basket", sense: "slots of Attainment 8 kept for some subjects, such as the EBacc ones" },
  {
    word: "bulk",
    sense:
      "reading many regular lines at once, by a scan of their bytes; any other line is read as a record by itself",
  },
  {
    word: "caliper",
    sense: "how far the propensity scores of a matched pair may be apart",
    forms: ["caliper"],
  },
  {
    word: "carried forward",
    sense: "an action of an earlier panel that is still open",
    forms: ["carried forward"],
  },
  {
    word: "comparison group",
    sense: "students who were not mentored, looked at over the mentees' median time",
    forms: ["comparison group"],
  },
  {
    word: "contradiction",
    sense:
      "two facts about a student that do not seem to say the same, such as a praise beside falling review grades; a question to ask",
    forms: ["contradiction", "contradictions"],
  },
  {
    word: "covariate",
    sense:
      "a characteristic from before the start on which mentored and other students are compared and adjusted",
  },
  {
    word: "criterion",
    sense: "one thing that teachers review, such as focus; graded on a declared scale",
    forms: ["criterion", "criteria"],
  },
  { word: "cut-off", sense: "the rank below which mentees were chosen, where programme.json gives it" },
  { word: "dose", sense: "meetings held, or weeks on the programme", forms: ["dose"] },
  { word: "edition", sense: "the site for one audience, with only the data that audience may see" },
  {
    word: "expected gain",
    sense: "the gain of students who stood where the mentees stood and were not mentored",
    forms: ["expected gain", "expected anyway"],
  },
  { word: "fate", sense: "what became of a line: accepted, quarantined, preamble, header, blank or footer" },
  {
    word: "flag",
    sense:
      "a rule of concern that a student meets, with its numbers: red where it is serious, amber otherwise",
  },
  {
    word: "follow-up, after",
    sense: "the last review in a subject and criterion late enough after the start, within the window",
    forms: ["follow-up"],
  },
  {
    word: "footer",
    sense: "lines that are no data: statistics rows (Mean, Total), and what a report prints about itself",
  },
  {
    word: "fresh",
    sense:
      "a grade no older than the days the school sets (`atRisk.staleDays`); an older one is not known any more",
  },
  { word: "further away", sense: "neither on track nor one subject away" },
  { word: "gap", sense: "predicted minus target, in grades of one scale" },
  {
    word: "independent outcome",
    sense:
      "attendance, or results of tests and exams: produced neither by the mentor nor by the teachers who review",
    forms: ["independent outcome", "independent outcomes"],
  },
  { word: "judgement", sense: "one student judged by the rules of concern on one day" },
  { word: "lead time", sense: "from the first flag to the day the outcome was known", forms: ["lead time"] },
  { word: "leaver", sense: "a mentee who started and was not measured" },
  {
    word: "main rule",
    sense:
      "a rule of concern whose missing data make a student without a flag unknown: below target, not on track, review grades down, attendance",
    forms: ["main rule", "main rules"],
  },
  {
    word: "matched pair",
    sense: "a mentee and the partner: the other student whose propensity score is nearest",
    forms: ["matched pair", "matched pairs"],
  },
  { word: "measured", sense: "with a review both before and after, on the same scale", forms: ["measured"] },
  { word: "meeting", sense: "planned, then held, missed by the student or the mentor, or cancelled" },
  { word: "mentee, mentor", sense: "the student and the member of staff of an agreement" },
  { word: "on roll", sense: "joined by the date of the data (`asOf`) and not left", forms: ["on roll"] },
  {
    word: "on track",
    sense: "predicted grades that meet the declared measure, such as five passes with English and maths",
    forms: ["on track"],
  },
  {
    word: "one subject away, one grade away",
    sense:
      "a student who would meet a measure of on track with exactly one more subject at the pass; one grade away if such a subject is one grade or less below it",
    forms: ["one subject away", "one grade away"],
  },
  { word: "outcome", sense: "a criterion, the predicted grade, or the mean of the criteria" },
  { word: "pair", sense: "one student, one subject, one outcome: the review before and the review after" },
  {
    word: "panel",
    sense: "the Raising Achievement Panel, which agrees actions for students at risk",
    forms: ["panel"],
  },
  { word: "pass", sense: "a grade at or above a declared one, or worth as many points" },
  {
    word: "place",
    sense:
      "a mentee that a mentor can take, as `capacity` in the staff list gives them; free, or taken by an active mentee",
  },
  { word: "points", sense: "what a grade is worth, by qualification and stage; see [points.md](points.md)" },
  {
    word: "points of a student",
    sense: "the sum of what a student's flags give: the points of each rule, twice for a red one",
  },
  {
    word: "possible sessions",
    sense: "half days on which a student could have been in school",
    forms: ["possible sessions"],
  },
  { word: "preamble", sense: "lines above the header: titles, print dates" },
  {
    word: "precision",
    sense: "of the students a rule flagged, the share that later missed the target",
    forms: ["precision"],
  },
  {
    word: "predicted grade",
    sense: "the final grade a teacher expects; `target` is the grade aimed at",
    forms: ["predicted grade", "predicted grades"],
  },
  {
    word: "primary outcome",
    sense: "the one outcome named in programme.json before the data are opened",
    forms: ["primary outcome"],
  },
  {
    word: "programme",
    sense: "one school's mentoring in one year: a folder with programme.json and exports",
  },
  {
    word: "progress from starting points",
    sense: "predicted points minus those of others of the same prior attainment",
    forms: ["progress from starting points"],
  },
  {
    word: "propensity score",
    sense: "the probability of being mentored, estimated from the grades before and the covariates",
    forms: ["propensity score", "propensity scores"],
  },
  {
    word: "put off",
    sense: "said of a meeting that is held on a day after `asOf`, so that its outcome is not known yet",
  },
  {
    word: "quarantine",
    sense:
      "lines that could not be used are quarantined: kept byte for byte, apart (in `.impact/quarantine`)",
    forms: ["quarantined", "quarantine"],
  },
  {
    word: "quick leaver",
    sense:
      "a mentee whose agreement ended, not completed, in fewer weeks than the school sets (`quickLeaverWeeks`)",
    forms: ["quick leaver", "quick leavers"],
  },
  {
    word: "rank",
    sense: "a grade's place on its scale, 1 for the worst, one step a grade; higher is better",
  },
  {
    word: "recall",
    sense: "of the students who missed the target, the share that the rule had flagged",
    forms: ["recall"],
  },
  {
    word: "referral",
    sense: "a suggestion that a student be mentored, by whom and why",
    forms: ["referral", "referrals"],
  },
  { word: "release", sense: "what one build published: the editions and MANIFEST.json" },
  { word: "review", sense: "a grade a teacher gave on a criterion on a date" },
  { word: "school week", sense: "a calendar week (Monday to Sunday) that holds at least one school day" },
  {
    word: "separation",
    sense:
      "where some combination of characteristics tells all mentored from all others, so that nobody can be matched",
  },
  { word: "sheet", sense: "one table of a workbook; read as a file of its own" },
  {
    word: "stage",
    sense:
      "`ks4` (GCSEs and equivalents) or `ks5` (A levels and equivalents), whose points are different units",
  },
  {
    word: "subgroup",
    sense:
      "mentees alike in a characteristic that programme.json names beforehand; their change is exploratory",
    forms: ["subgroup", "subgroups"],
  },
  { word: "target", sense: "see predicted grade; a short-term target is an action" },
  {
    word: "transfer file",
    sense:
      "a Common Transfer File (CTF, XML): pupils and their prior attainment, joined to the list of students by UPN",
  },
  {
    word: "verdict",
    sense:
      'what the record says to "did mentoring work?"; never more than inconclusive without a comparison of students who stood near the mentees before',
    forms: ["verdict"],
  },
  { word: "workbook", sense: "an Excel file (`.xlsx`)" },
];
