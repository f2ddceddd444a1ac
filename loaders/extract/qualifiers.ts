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
  "dc|ap|ht|pr|dd|wk|week|term|half[ -]?term|cycle|round|snapshot|report|data (?:drop|collection|entry)|assessment point|checkpoint";

/** Anywhere in what stands for a subject. */
const reviews = anywhere(
  "reviews?|interim|half[ -]?term",
  `[rt]${number}|(?:${numbered})${gap}${number}`,
  "autumn|spring|summer|aut|spr|sum|michaelmas|lent|christmas|easter|eoy|end of (?:year|term|key stage|course)",
  month,
  String.raw`\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})(?!\d)`,
  String.raw`(?:19|20)\d{2}(?!\d)(?:[/-]\d{2,4})?|\d{2}/\d{2}(?!\d)`,
);

/** Anywhere: the grade of another time, of other people, of a part, or no grade at all. */
const others = anywhere(
  "mock|trial|practice|prev(?:ious)?|prior|last|old|estimated|baseline|provisional",
  "average|avg|ave|mean|median|modal|class|whole school|all subjects|national",
  String.raw`comments?|teacher|staff|ks\d|cat|fft|midyis|alis|yellis|ucas`,
  `number(?: of)?|points?|progress|change in|(?:test|paper|exam)${gap}${number}`,
);

/** Right before the aspect only, or alone: these words may begin a subject's name ("Personal Finance"). */
const before = new RegExp(
  `${notAfterWord()}(?:test|exam|challenging|challenge|aspirational|stretch|upper|lower|best|lowest|highest|min(?:imum)?|max(?:imum)?|overall|total|personal|above|below|(?:unit|module)${gap}${number})(?=[^\\p{L}\\p{N}]*$)`,
  "iu",
);

/** Alone: they are no subject. */
const alone =
  /^[^\p{L}\p{N}]*(gcse|a[ -]level|as|a2|btec|no|attendance|behaviour|punctuality|tutor|form|n\/a)[^\p{L}\p{N}]*$/iu;

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
    (others.exec(subject) ?? before.exec(subject) ?? (isGrade ? ofGrades.exec(subject) : null))?.[0] ??
    alone.exec(subject)?.[1] ??
    (/\p{L}/u.test(subject) ? null : subject);
  return word === null ? null : { word, about: "meaning" };
}

/** What is left of the name of a time or a survey without its qualifiers: "Class average", "Year report". */
const neither =
  /(?<![\p{L}\p{N}])(?:terms?|half|weeks?|years?|reports?|cycle|window|data|drop|grades?|results?|school|cohort|actual)(?![\p{L}\p{N}])/giu;

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
