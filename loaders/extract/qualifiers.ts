/** A word that makes another thing of an aspect beside it, or of the subject before it. */
export interface Qualifier {
  /** As it stands in the text. */
  word: string;
  /** "review": it says which review a grade is of, or when it was. "meaning": it says what else a grade is, or whose. */
  about: "review" | "meaning";
}

const number = String.raw`\d{1,2}(?!\d)`;
const gap = "[ .#-]?";
const month =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const numbered =
  "dc|ap|ht|pr|dd|wk|week|term|half[ -]?term|cycle|round|snapshot|report|data (?:drop|collection|entry)|assessment point|checkpoint|meeting|session|visit|day|lesson";

/** Anywhere in what stands for a subject. */
const reviews = anywhere(
  "reviews?|interim|half[ -]?term",
  `[rt]${number}|(?:${numbered})${gap}${number}`,
  "autumn|spring|summer|aut|spr|sum|michaelmas|lent|christmas|easter|eoy",
  "(?:start|beginning|middle|end) of (?:the )?(?:year|term|key stage|course|mentoring|programme|project|scheme|support|intervention)",
  "(?:before|after)(?![ -](?:school|care|hours)(?![\\p{L}\\p{M}]))",
  month,
  String.raw`\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})(?!\d)`,
  String.raw`(?:19|20)\d{2}(?!\d)(?:[/-]\d{2,4})?|\d{2}/\d{2}(?!\d)`,
);

/**
 * Anywhere: the grade of another time, of other people, of a part, or no grade at all. "Professional Practice", "Old
 * Testament", "Class Civ", "National 5" and "BTEC National" are names of subjects and qualifications.
 */
const others = anywhere(
  "mock|trial|(?<!(?:professional|studio|working|legal|clinical|art|health) )practice|prev(?:ious)?|prior|last|old(?! (?:testament|english|norse))|estimated|baseline|provisional",
  String.raw`average|avg|ave|mean|median|modal|class(?!\.? civ)|whole school|all subjects|(?<!(?:btec|cambridge) )national(?! (?:\d|diploma|extended|certificate|award|foundation))`,
  String.raw`comments?|teacher|staff|ks\d|cat|fft|midyis|alis|yellis|ucas`,
  `number(?: of)?|points?|progress|change in|(?:test|paper|exam)${gap}${number}`,
);

/** When or by whom a subject is graded, where it stands beside the subject's name: "Maths Start", "Initial Maths". */
const occasions =
  "start|end|entry|exit|pre|post|initial|final|current|original|revised|expected|external|internal|" +
  "(?:self|my|own|(?:student|pupil|learner|parent|carer|mentor|mentee|peer)(?:s|['’]s|s['’])?)(?:[ -](?:views?|ratings?|evaluations?|assessments?|reflections?|scores?))?";

/** What is graded besides the subject itself. */
const conducts =
  "atl|attl|attitude(?: to learning)?|(?<!(?:animal|human|consumer|organisational) )behaviour|conduct|punctuality|attendance|(?<!(?:community|civic|employer) )engagement|participation|homework|classwork|attainment|assessments?";

/** Right before the aspect only, or alone: these words may begin a subject's name ("Personal Finance"). */
const before = new RegExp(
  `${notAfterWord()}(?:test|exam|challenging|challenge|aspirational|stretch|upper|lower|best|lowest|highest|min(?:imum)?|max(?:imum)?|overall|total|personal|above|below|alps|l3va|cem|${occasions}|${conducts}|(?:unit|module)${gap}${number})(?=[^\\p{L}\\p{N}]*$)`,
  "iu",
);
const occasion = new RegExp(`^(?:${occasions})$`, "iu");

/** Alone: they are no subject. */
const alone =
  /^[^\p{L}\p{N}]*(gcse|a[ -]level|as|a2|btec|no|tutor|form|subject|meeting|session|visit|day|lesson|n\/a)[^\p{L}\p{N}]*$/iu;

/** A person: "Mr Smith", "Maths (Mrs Jones)". MS Office is none. */
const person = /(?<![\p{L}\p{M}\p{N}])(?:M(?:r|rs|s|iss|x)|MRS?|MISS|Dr)\.?(?: \p{Lu}[\p{L}\p{M}.'’-]*)+/u;

/** Before a grade or result: it is of a part of the subject, or taken again. Effort may be that of a class who resit. */
const ofGrades = anywhere("resits?|retakes?|coursework|controlled assessment|nea");

/**
 * The word of a text before or after an aspect by which it is no subject, or not only one: "R1" of "R1 Maths", "Mock" of
 * "Maths (Mock)". A text without a letter is no subject at all.
 * @param subject What stands for the subject.
 * @param isGrade Whether the aspect is a result or called a grade.
 */
export function qualifierIn(subject: string, isGrade: boolean): Qualifier | null {
  const review = reviews.exec(subject);
  if (review) return { word: review[0], about: "review" };
  const word =
    (others.exec(subject) ??
      before.exec(subject) ??
      person.exec(subject) ??
      (isGrade ? ofGrades.exec(subject) : null))?.[0] ??
    alone.exec(subject)?.[1] ??
    (/\p{L}/u.test(subject) ? null : subject);
  return word === null ? null : { word, about: "meaning" };
}

/** Whether a word beside a subject says when or by whom it is graded; it may begin the name of another ("Final Project"). */
export function isOccasion(word: string): boolean {
  return occasion.test(word);
}

/** Whether a word is what some schools grade beside their subjects, and others within each of them. */
export function isOwnWork(word: string): boolean {
  return /^(?:homework|classwork)$/i.test(word);
}

/** What is left of the name of a time or a survey without its qualifiers: "Class average", "Year report". */
const neither =
  /(?<![\p{L}\p{N}])(?:of|the|by|at|terms?|half|weeks?|years?|reports?|cycle|window|data|drop|grades?|results?|school|cohort|actual|assessments?|evaluations?|ratings?|scores?|views?|mentoring)(?![\p{L}\p{N}])/giu;

/** Whether a text is made of such words alone, so that it is no subject: "Autumn Term 2", "Class average", "08/10/2010". */
export function isOnlyQualified(text: string): boolean {
  let left = text;
  for (let found = qualifierIn(left, true); found !== null; found = qualifierIn(left, true)) {
    if (!/\p{L}/u.test(left)) return true;
    left = left.replace(found.word, " ").trim();
  }
  return !/\p{L}/u.test(left.replace(neither, ""));
}

/** Words between anything but letters: "Maths (Mock)", "Maths-Mock", "Mock: Maths", "Mock2". */
function anywhere(...words: string[]): RegExp {
  return new RegExp(`${notAfterWord()}(?:${words.join("|")})(?![\\p{L}\\p{M}])`, "iu");
}

function notAfterWord(): string {
  return String.raw`(?<![\p{L}\p{M}\p{N}])`;
}
