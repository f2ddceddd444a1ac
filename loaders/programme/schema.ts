import { z } from "zod";

/**
 * The one definition of programme.json. Validation, defaults, the TypeScript type and the JSON Schema for
 * editors all come from here. Every object is strict: an unknown key is refused by name.
 */

const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "must be a date written YYYY-MM-DD")
  .refine(
    (text) => new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) ?? false,
    "is not a day of the calendar",
  );

const identifier = z.string().regex(/^[a-z][a-z0-9_-]*$/, "must be lower-case letters, digits, - and _");

export const tableNames = [
  "students",
  "reviews",
  "predictions",
  "attendance",
  "behaviour",
  "referrals",
  "agreements",
  "meetings",
  "actions",
  "feedback",
  "survey",
  "panel",
  "staff",
  "calendar",
  "costs",
] as const;
export type TableName = (typeof tableNames)[number];

export const predictionKinds = ["predicted", "working_at", "target", "minimum_target", "result"] as const;
export type PredictionKind = (typeof predictionKinds)[number];

const aspect = z.union([
  z.string().describe("A criterion id."),
  z.strictObject({ predictions: z.enum(predictionKinds).describe("A kind of prediction.") }),
]);

const source = z.strictObject({
  table: z
    .enum([...tableNames, "marksheet"])
    .describe("The table these files hold; a marksheet holds reviews and predictions together."),
  files: z.string().describe("A path or glob inside the programme folder, for example exports/review-*.csv."),
  encoding: z
    .enum(["utf-8", "windows-1252", "utf-16le", "utf-16be"])
    .optional()
    .describe(
      "The character encoding. A byte order mark in the file wins; without either, what the bytes prove.",
    ),
  delimiter: z
    .enum([",", ";", "\t", "|"])
    .optional()
    .describe("The character between cells. Without it, the one that the header line uses most."),
  sheet: z
    .string()
    .optional()
    .describe("The sheet of a workbook these settings are for. Without it, every visible sheet."),
  skipRows: z
    .int()
    .min(0)
    .optional()
    .describe("Lines above the header: titles, print dates. Without it, the header is looked for."),
  headerRows: z
    .union([z.literal(1), z.literal(2)])
    .optional()
    .describe(
      "2 where the subject stands in a row of its own above the aspects. Without it, it is looked for.",
    ),
  columns: z
    .record(z.string(), z.string())
    .default({})
    .describe("Header in the file -> canonical column name, where the header is not a known alias."),
  aspects: z
    .record(z.string(), aspect)
    .default({})
    .describe(
      "Aspect in the file (a column suffix, or a cell of the criterion column) -> criterion or prediction kind.",
    ),
  subject: z
    .string()
    .min(1)
    .optional()
    .describe(
      "The subject of every grade in these files, where neither a column nor the headers say it, as in a workbook with a sheet a subject.",
    ),
  missing: z
    .record(z.string(), z.array(z.string()))
    .default({})
    .describe("Column -> the cells that mean no value there, in place of the programme's list."),
  values: z
    .record(z.string(), z.record(z.string(), z.string()))
    .default({})
    .describe(
      "Canonical column of fixed words -> what the file writes -> the word it stands for; docs/tables.md lists them.",
    ),
  reviewDate: isoDate.optional().describe("The date of every review in these files."),
  reviewDates: z.record(z.string(), isoDate).default({}).describe("Review label (result set) -> its date."),
  dateFormat: z
    .enum(["d/m/y", "d/m/yy", "y-m-d"])
    .optional()
    .describe(
      "How dates are written. Without it: day first with a four-digit year, or ISO. d/m/yy allows two-digit years.",
    ),
});

const scale = z.strictObject({
  id: identifier,
  label: z.string().describe("What readers call this scale."),
  bestFirst: z
    .array(z.string().min(1))
    .min(2)
    .refine((grades) => new Set(grades).size === grades.length, "lists a grade twice")
    .describe("The grades from the best to the worst. The direction is always declared, never guessed."),
  spellings: z
    .record(z.string(), z.string())
    .optional()
    .describe("What exports write for a grade besides its own name: as typed -> grade."),
});

const criterion = z.strictObject({
  id: identifier,
  label: z.string(),
  scale: z.string().describe("The id of a scale of this file or of a built-in scale."),
  group: z.string().default("review").describe("A heading under which pages gather criteria."),
});

const qualification = z
  .strictObject({
    match: z.string().describe("A qualification or subject, * for any. The first line that matches wins."),
    scale: z
      .string()
      .optional()
      .describe("The scale on which its predicted, target and final grades are given."),
    scales: z
      .array(z.string())
      .min(2)
      .optional()
      .describe(
        "In place of scale, where one subject mixes qualifications: a grade must be on exactly one of them.",
      ),
    yearGroups: z.array(z.string()).optional().describe("Only for these year groups."),
    points: z
      .string()
      .optional()
      .describe(
        "The qualification of docs/points.md whose points these grades are worth. Without it, that of the scale.",
      ),
  })
  .refine(
    ({ scale, scales }) => (scale === undefined) !== (scales === undefined),
    "must name either scale or scales",
  );

/** Measures of a yes or no by passes, and measures in points. */
export const passMeasures = ["five-passes-with-english-and-maths", "english-and-maths"] as const;
export const pointMeasures = ["attainment-8", "a-level-average-points"] as const;
export type PassMeasure = (typeof passMeasures)[number];
export type PointMeasure = (typeof pointMeasures)[number];

/** What onTrack and attainment count where programme.json says nothing. */
export const usualSubjects = {
  yearGroups: ["11"],
  english: ["English", "English Language", "English Literature"],
  maths: ["Maths", "Mathematics"],
};

const onTrackShape = z
  .strictObject({
    measure: z
      .enum([...passMeasures, ...pointMeasures])
      .meta({ title: "On track is", description: "What a student on track is predicted." }),
    pass: z.string().optional().meta({
      title: "Lowest grade that is a pass",
      description: "The lowest grade that counts as a pass, for example C or 4. Not for measures in points.",
    }),
    points: z.number().positive().optional().meta({
      title: "Fewest points of on track",
      description: "The fewest points that count as on track. For measures in points alone.",
    }),
    yearGroups: z
      .array(z.string())
      .default(usualSubjects.yearGroups)
      .meta({ title: "Year groups of on track", description: "The year groups that are counted." }),
    english: z
      .array(z.string())
      .default(usualSubjects.english)
      .meta({ title: "Subjects that are English", description: "Subjects of which one is to be passed." }),
    maths: z
      .array(z.string())
      .default(usualSubjects.maths)
      .meta({ title: "Subjects that are maths", description: "Subjects of which one is to be passed." }),
  })
  .refine(
    ({ measure, pass, points }) => {
      const inPoints = pointMeasures.some((one) => one === measure);
      return (points !== undefined) === inPoints && (pass === undefined) === inPoints;
    },
    `must give pass for ${passMeasures.join(" and ")}, and points for ${pointMeasures.join(" and ")}`,
  );

/** The rules of concern in the order pages show them, with the points each gives unless programme.json says otherwise. */
export const riskRules = [
  { rule: "off_target", label: "Below target", weight: 2 },
  { rule: "not_on_track", label: "Not on track", weight: 2 },
  { rule: "criterion_decline", label: "Review grades down", weight: 1 },
  { rule: "deadlines", label: "Deadlines", weight: 1 },
  { rule: "attendance", label: "Attendance", weight: 2 },
  { rule: "attendance_watch", label: "Attendance to watch", weight: 0 },
  { rule: "attendance_fall", label: "Attendance falling", weight: 1 },
  { rule: "punctuality", label: "Punctuality", weight: 1 },
  { rule: "behaviour", label: "Behaviour", weight: 1 },
  { rule: "missed_meetings", label: "Meetings missed", weight: 1 },
  { rule: "prior_attainment", label: "Low starting point", weight: 1 },
] as const;
export type RiskRule = (typeof riskRules)[number]["rule"];

const weightOf = (label: string, weight: number) =>
  z
    .number()
    .min(0)
    .max(100)
    .default(weight)
    .meta({
      title: `Points of the rule ${label}`,
      description: `What a flag "${label}" adds to a student's points; a red one twice that. 0: the rule is off.`,
    });

export const programmeSchema = z
  .strictObject({
    $schema: z.string().optional().describe("For editors; not used."),
    name: z.string().min(1).describe("The programme's name, as readers know it."),
    institution: z.string().min(1).describe("The school or college."),
    phase: z.enum(["primary", "secondary", "post-16", "all-through"]).describe("The phase of education."),
    academicYear: z
      .string()
      .regex(/^\d{4}-\d{2}$/, "must be written like 2010-11")
      .refine(
        (text) => (Number(text.slice(0, 4)) + 1) % 100 === Number(text.slice(5)),
        "must be two years in a row, like 2010-11",
      ),
    asOf: isoDate.meta({
      title: "Date of the data",
      description: "Facts after this date are not used, and an agreement without an end runs to it.",
    }),
    synthetic: z.boolean().default(false).describe("true for invented data: every page says so."),
    sources: z.array(source).default([]).describe("Files that their name or header does not explain."),
    ignoreFiles: z
      .array(z.string())
      .default([])
      .describe("Paths or globs of files that are no data and are not read, for example notes/*.xlsx."),
    missing: z.array(z.string()).default(["-", "N/A", "n/a", "NYA", "Abs", "X"]).meta({
      title: "Cells that mean no value",
      description:
        "Cells that mean: no value. An empty cell always does. A grade of the scale wins over this list.",
    }),
    scales: z.array(scale).describe("The institution's own scales."),
    criteria: z.array(criterion).min(1).describe("The review criteria, in the order every page shows them."),
    subjects: z
      .record(z.string(), z.array(z.string()))
      .default({})
      .describe("Subject -> other names the exports give it, so that they are read as one subject."),
    ignoreCriteria: z.array(z.string()).default([]).meta({
      title: "Not used, though in the exports",
      description: "Aspects in the exports that are not used.",
    }),
    qualifications: z.array(qualification).default([]).describe("Which scale predicted grades are on."),
    windows: z
      .strictObject({
        baselineDaysBefore: z.int().min(0).default(60).meta({
          title: "Oldest review before the start, in days",
          description: "How old the review before the start may be.",
        }),
        followUpDaysAfter: z.int().min(0).default(28).meta({
          title: "Latest review after the end, in days",
          description: "How long after the end a review still counts.",
        }),
        minimumWeeks: z.int().min(0).default(4).meta({
          title: "Earliest review after the start, in weeks",
          description: "Weeks from the start before a review can show change.",
        }),
      })
      .prefault({}),
    agreement: z
      .strictObject({
        weeks: z.int().min(1).default(6).meta({
          title: "Length of an agreement, in weeks",
          description: "Length of a first agreement, in weeks.",
        }),
        meetingsPerWeek: z
          .number()
          .positive()
          .default(1)
          .meta({ title: "Meetings a week", description: "Meetings a week that an agreement plans." }),
        quickLeaverWeeks: z.int().min(0).default(4).meta({
          title: "Quick leaver, below this many weeks",
          description: "Ended, not completed, in fewer weeks: a quick leaver.",
        }),
        parentContact: z
          .boolean()
          .default(false)
          .meta({ title: "Parents are informed", description: "true where parents are to be informed." }),
      })
      .prefault({}),
    primaryOutcome: z.string().default("criteria-mean").meta({
      title: "Primary outcome",
      description:
        "The one outcome named before the data are opened: criteria-mean, predictions, or a criterion id.",
    }),
    comparison: z
      .strictObject({
        group: z.enum(["all-others", "year-group", "matched"]).default("all-others").meta({
          title: "Comparison group",
          description:
            "all-others: every other student of the mentees' year groups. year-group: the same, each mentee beside those of the own year group. matched: each mentee paired with one other student who stood alike before.",
        }),
        covariates: z
          .array(z.enum(["prior_attainment", "sex", "pupil_premium", "sen", "year_group"]))
          .default([])
          .meta({
            title: "Compared on, besides the grade before",
            description:
              "Characteristics that are shown, adjusted for, and matched on, besides the grades before.",
          }),
        cutOff: z
          .strictObject({
            below: z.number().meta({
              title: "Cut-off below which mentees were chosen",
              description: "Mentees were chosen for a primary outcome below this rank.",
            }),
            mean: z.number().meta({
              title: "Mean before, of those they were chosen from",
              description: "The mean rank of the students they were chosen from.",
            }),
            sd: z.number().positive().meta({
              title: "Standard deviation before, of the same",
              description: "The standard deviation of those ranks.",
            }),
            correlation: z.number().min(0).max(1).meta({
              title: "Correlation of before and after",
              description: "Of ranks before with ranks after, among students who were not mentored.",
            }),
          })
          .refine(
            ({ below, mean, sd }) => Math.abs(below - mean) <= 30 * sd,
            "lies more than 30 sd from mean",
          )
          .optional()
          .describe(
            "Only where no other student can be compared: what the gain expected anyway is reckoned from, for example of last year's students.",
          ),
      })
      .prefault({}),
    subgroups: z
      .array(z.enum(["sex", "pupil_premium", "sen", "year_group", "reason", "mentor_role", "mentor"]))
      .default([])
      .meta({
        title: "Subgroups",
        description: "Groups of mentees whose change is shown by itself, as exploratory.",
      }),
    onTrack: onTrackShape.optional().describe("Off unless given."),
    attainment8: z
      .strictObject({
        literature: z.array(z.string()).default(["English Literature"]).meta({
          title: "Subjects that are English literature",
          description: "Which of the subjects of onTrack.english are literature; the others are language.",
        }),
        baskets: z
          .array(
            z.strictObject({
              label: z.string().min(1),
              slots: z.int().min(1),
              subjects: z.array(z.string()).min(1),
            }),
          )
          .optional()
          .describe(
            "The slots for named subjects. Without it, those of the year of the results: from 2016 three EBacc slots, before it none and no Attainment 8.",
          ),
        open: z.int().min(0).optional().meta({
          title: "Open slots of Attainment 8",
          description: "Slots for any subject. Without it, those of the year: three.",
        }),
      })
      .prefault({})
      .describe("The slots of Attainment 8 besides English and maths."),
    survey: z
      .array(
        z.strictObject({
          question: z.string(),
          answers: z.array(z.string()).min(2).describe("From the most to the least favourable."),
        }),
      )
      .default([]),
    atRisk: z
      .strictObject({
        persistentAbsence: z.number().gt(0).lt(1).default(0.1).meta({
          title: "Absence that is flagged, as a share",
          description: "Share of possible sessions missed.",
        }),
        minimumSessions: z.int().min(1).default(40).meta({
          title: "Fewest possible sessions to judge",
          description: "Fewer possible sessions than this: unknown.",
        }),
        offTargetSubjects: z.int().min(1).default(2).meta({
          title: "Subjects below target that are flagged",
          description: "Predicted below target in this many subjects.",
        }),
        declineSubjects: z.int().min(1).default(2).meta({
          title: "Subjects with a criterion down that are flagged",
          description: "A criterion down in this many subjects.",
        }),
        staleDays: z.int().min(1).default(42).meta({
          title: "Oldest data that count as known, in days",
          description: "Older review data than this count as unknown.",
        }),
        attendanceWatch: z.number().gt(0).lt(1).default(0.05).meta({
          title: "Absence that is watched, as a share",
          description: "More possible sessions missed than this, but fewer than are flagged.",
        }),
        attendanceFall: z.number().gt(0).lt(1).default(0.05).meta({
          title: "Fall of attendance that is flagged, as a share",
          description: "Attendance of the last four weeks below that of the four weeks before by this share.",
        }),
        lateSessions: z.number().gt(0).lt(1).default(0.05).meta({
          title: "Lateness that is flagged, as a share",
          description: "Share of possible sessions that the student came late to.",
        }),
        deadlineCriteria: z.array(z.string()).default(["meeting_deadlines"]).meta({
          title: "Criteria about deadlines",
          description: "Review criteria that say whether deadlines are met.",
        }),
        deadlineSubjects: z.int().min(1).default(2).meta({
          title: "Subjects with deadlines missed that are flagged",
          description: "A criterion about deadlines in its two worst grades in this many subjects.",
        }),
        missedMeetings: z.int().min(1).default(2).meta({
          title: "Meetings missed in a row that are flagged",
          description: "Meetings that a mentee missed since the last one held.",
        }),
        priorAttainmentBelow: z.number().optional().meta({
          title: "Starting point that is flagged, below this",
          description:
            "Prior attainment, on the scale of the student list, below which a starting point is low. Off unless given; missing is never low.",
        }),
        weights: z
          .strictObject(
            Object.fromEntries(
              riskRules.map(({ rule, label, weight }) => [rule, weightOf(label, weight)]),
            ) as Record<RiskRule, ReturnType<typeof weightOf>>,
          )
          .prefault({})
          .describe(
            "Points of each rule of concern, by which the panel's list is ranked: a red flag counts twice. 0 switches a rule off.",
          ),
      })
      .prefault({}),
    panel: z
      .strictObject({
        everyWeeks: z
          .int()
          .min(1)
          .default(3)
          .meta({ title: "Weeks between panels", description: "Weeks from one panel to the next." }),
        members: z
          .int()
          .min(1)
          .default(6)
          .meta({ title: "Members of the panel", description: "People who sit on the panel." }),
        maxStudents: z.int().min(1).default(10).meta({
          title: "Students a panel, at most",
          description: "Students whom one panel discusses, at most.",
        }),
        next: isoDate.optional().meta({ title: "Next panel", description: "The date of the next panel." }),
      })
      .prefault({}),
    privacy: z
      .strictObject({
        smallNumber: z.int().min(5).default(10).meta({
          title: "Smallest number shown to governors",
          description: "Counts below this are protected in the governors' edition.",
        }),
      })
      .prefault({}),
  })
  .describe("Settings of one mentoring programme and year.");

export type ProgrammeInput = z.input<typeof programmeSchema>;
export type ProgrammeSettings = z.output<typeof programmeSchema>;
export type SourceSettings = z.output<typeof source>;
export type CriterionSettings = z.output<typeof criterion>;
