import { ContainerError } from "../container-error.ts";
import { priorAttainment, type StageResult } from "./key-stage-2.ts";
import type { XmlElement, XmlHandler } from "./parse-xml.ts";
import { cellText } from "./text.ts";
import { quoted, type XmlNotice, type XmlRow, type XmlTable } from "./xml-rows.ts";

/** The columns of a Common Transfer File, by their canonical names. */
const labels = [
  "upn",
  "uln",
  "surname",
  "forename",
  "preferred_name",
  "date_of_birth",
  "sex",
  "year_group",
  "sen",
  "eal",
  "looked_after",
  "prior_attainment",
  "prior_scale",
] as const;

type Label = (typeof labels)[number];

/** Elements of a pupil, or of the pupil's BasicDetails, that hold one column's value. Files before 2025 say Gender. */
const simple: [Label, readonly string[]][] = [
  ["upn", ["UPN"]],
  ["uln", ["UniqueLearnerNumber"]],
  ["surname", ["Surname"]],
  ["forename", ["Forename"]],
  ["preferred_name", ["PreferredForename"]],
  ["date_of_birth", ["DOB"]],
  ["sex", ["Sex", "Gender"]],
  ["year_group", ["NCyearActual"]],
];

/** Elements of a pupil that are read. */
const read = new Set([
  ...simple.flatMap(([, names]) => names),
  "BasicDetails",
  "LookedAfter",
  "SENhistory",
  "StageAssessments",
]);

/** Elements of a pupil that the format has and no table of ours does: addresses, contacts, the rest of the history. */
const passedOver = new Set([
  "Address",
  "Addresses",
  "Admissions",
  "ApplicationReference",
  "Attendance",
  "Contacts",
  "Email",
  "FSMhistory",
  "NAWdetails",
  "NAWDetails",
  "Phones",
  "SchoolHistory",
  "ServiceChildConcerns",
  "UCI",
  "UniqueCandidateIdentifier",
]);

const assessmentElements = new Set([
  "KeyStage",
  "Stage",
  "StageAssessment",
  "Locale",
  "Year",
  "Subject",
  "Method",
  "Component",
  "ResultStatus",
  "ResultQualifier",
  "Result",
  "ResultDate",
]);

const mostPupils = 2_000_000;
const mostElementsOfPupil = 50_000;
const mostUnknown = 50;

interface Node {
  name: string;
  line: number;
  text: string;
  children: Node[];
}

/**
 * Reads a Common Transfer File (the Department for Education's CTF, root CTfile) as rows of the students table, one a
 * pupil. The file has no id of the school's own, so rows join by UPN; a pupil without one keeps a row without one.
 *
 * - year_group is NCyearActual, blank where the file has none (a partial file).
 * - sen is the provision without an EndDate before the file's date; of several, the one begun last.
 * - eal follows from the first language (LanguageType F): no for ENG and ENB, blank for REF, NOT and none, otherwise yes.
 * - looked_after is InCare, as it stands.
 * - prior_attainment and prior_scale: see priorAttainment.
 * - joined_on and left_on are not in the table: EntryDate and LeavingDate are those of the pupil's former schools, and
 *   the file does not say which school, if any, is the reader's.
 *
 * An element that stands twice with two values is missing, with a notice. Elements of a pupil or of an assessment that
 * the format did not have up to CTF 25 are named in a notice, once each. Pupils' addresses, contacts, attendance and
 * school history are not kept.
 */
export class CtfReader implements XmlHandler {
  private readonly rows: XmlRow[] = [];
  private readonly notices: XmlNotice[] = [];
  private readonly unknown = new Map<string, number>();
  private readonly outcomes = new Map<string, { line: number; count: number }>();
  private unscaled: { line: number; count: number } | null = null;
  private version = "";
  private fileDate = "";
  private hasPupilData = false;
  /** The child of the root that is being read. */
  private section = "";
  /** The elements from the pupil down to the one being read; null for one that is passed over. */
  private readonly path: (Node | null)[] = [];
  private size = 0;

  open(element: XmlElement, depth: number): void {
    const { name, first: line } = element;
    if (depth === 2) {
      if (name === "CTFpupilData") this.hasPupilData = true;
      else if (name !== "Header") this.noteUnknown(name, line);
    }
    if (depth === 3 && this.section === "CTFpupilData" && name !== "Pupil")
      throw new ContainerError(
        `The CTFpupilData of the Common Transfer File holds an element other than Pupil, ${quoted(name)}, on line ${line}. Create the file again.`,
        line,
      );
    if (depth === 2) this.section = name;
    if (depth < 3 || this.section !== "CTFpupilData") return;
    if (depth === 3) {
      this.size = 0;
      this.path.push({ name, line, text: "", children: [] });
      return;
    }
    const parent = this.path.at(-1)!;
    if (depth === 4 && !read.has(name) && !passedOver.has(name)) this.noteUnknown(name, line);
    if (parent === null || (depth === 4 && !read.has(name))) {
      this.path.push(null);
      return;
    }
    if (++this.size > mostElementsOfPupil)
      throw new ContainerError(
        `The pupil on line ${this.path[0]!.line} has more than ${mostElementsOfPupil} elements. This is no Common Transfer File of a school.`,
        this.path[0]!.line,
      );
    if (depth > 4 && this.path[1]!.name === "StageAssessments" && !assessmentElements.has(name))
      this.noteUnknown(name, line);
    const node = { name, line, text: "", children: [] };
    parent.children.push(node);
    this.path.push(node);
  }

  close(element: XmlElement, depth: number, last: number): void {
    if (depth === 3 && this.section === "Header") {
      if (element.name === "CTFversion") this.version = cellText(element.text);
      if (element.name === "DateTime") this.fileDate = cellText(element.text).slice(0, 10);
    }
    if (depth < 3 || this.section !== "CTFpupilData") return;
    const node = this.path.pop();
    if (node && !element.hasChildren) node.text = cellText(element.text);
    if (depth === 3) this.addPupil(node!, last);
  }

  /** @throws ContainerError where the file has no pupil data. */
  table(): XmlTable {
    if (!this.hasPupilData)
      throw new ContainerError(
        "The Common Transfer File has no CTFpupilData, so there are no pupils in it. Create it again with the pupils selected.",
      );
    return {
      labels: [...labels],
      rows: this.rows,
      notices: [...this.notices, ...this.countedNotices()],
    };
  }

  private addPupil(pupil: Node, last: number): void {
    if (this.rows.length === mostPupils)
      throw new ContainerError("The Common Transfer File has more than 2 million pupils.", pupil.line);
    const values = new Map<Label, string>();
    for (const [label, names] of simple) {
      const nodes = names.flatMap((name) => [...at(pupil, name), ...at(pupil, "BasicDetails", name)]);
      values.set(label, this.single(nodes, label));
    }
    values.set("sen", this.sen(pupil));
    values.set("eal", this.eal(pupil));
    values.set("looked_after", this.single(at(pupil, "LookedAfter", "InCare"), "looked_after"));
    const prior = this.prior(pupil);
    values.set("prior_attainment", prior.score);
    values.set("prior_scale", prior.scale);
    this.rows.push({ first: pupil.line, last, cells: labels.map((label) => values.get(label) ?? "") });
  }

  /** The one value of some elements; "" and a notice where they have two. */
  private single(nodes: readonly Node[], column: Label): string {
    const filled = nodes.filter(({ text }) => text !== "");
    const other = filled.find(({ text }) => text !== filled[0]!.text);
    if (!other) return filled[0]?.text ?? "";
    this.notices.push({
      line: other.line,
      column,
      code: "constraint-error",
      message: `The pupil has two different values for ${column}, so neither is used. Correct the pupil's record and create the file again.`,
    });
    return "";
  }

  private sen(pupil: Node): string {
    const current = at(pupil, "SENhistory", "SEN").filter((entry) => {
      const end = textOf(entry, "EndDate");
      return end === "" || (this.fileDate !== "" && end > this.fileDate);
    });
    const latest = current.map((entry) => textOf(entry, "StartDate")).reduce((a, b) => (a > b ? a : b), "");
    const last = current.filter((entry) => textOf(entry, "StartDate") === latest);
    return this.single(
      last.flatMap((entry) => at(entry, "SENprovision")),
      "sen",
    );
  }

  private eal(pupil: Node): string {
    const first = at(pupil, "BasicDetails", "Languages", "Type").filter(
      (type) => textOf(type, "LanguageType") === "F",
    );
    const language = this.single(
      first.flatMap((type) => at(type, "Language")),
      "eal",
    );
    if (/^(?:|REF|NOT)$/.test(language)) return "";
    return /^EN[GB]$/.test(language) ? "no" : "yes";
  }

  private prior(pupil: Node): { score: string; scale: string } {
    const results = at(pupil, "StageAssessments", "KeyStage")
      .filter((stage) => textOf(stage, "Stage") === "KS2")
      .flatMap((stage) => at(stage, "StageAssessment"))
      .map(
        (node): StageResult => ({
          line: node.line,
          locale: textOf(node, "Locale"),
          year: textOf(node, "Year"),
          subject: textOf(node, "Subject"),
          method: textOf(node, "Method"),
          component: textOf(node, "Component"),
          status: textOf(node, "ResultStatus"),
          qualifier: textOf(node, "ResultQualifier"),
          result: textOf(node, "Result"),
        }),
      );
    const prior = priorAttainment(results);
    for (const { subject, line } of prior.conflicts)
      this.notices.push({
        line,
        column: "prior_attainment",
        code: "constraint-error",
        message: `The pupil has two different key stage 2 results in ${subject}, so neither is used. Correct the pupil's record and create the file again.`,
      });
    for (const { subject, line, result } of prior.impossible)
      this.notices.push({
        line,
        column: "prior_attainment",
        code: "constraint-error",
        message: `The key stage 2 result ${quoted(result)} in ${subject} is not used: a scaled score is a whole number from 80 to 120.`,
      });
    for (const { line, result } of prior.outcomes) {
      const seen = this.outcomes.get(result);
      this.outcomes.set(result, { line: seen?.line ?? line, count: (seen?.count ?? 0) + 1 });
    }
    if (prior.unscaled !== null)
      this.unscaled = {
        line: this.unscaled?.line ?? prior.unscaled,
        count: (this.unscaled?.count ?? 0) + 1,
      };
    return prior;
  }

  private noteUnknown(name: string, line: number): void {
    if (this.unknown.has(name)) return;
    this.unknown.set(name, line);
    if (this.unknown.size > mostUnknown)
      throw new ContainerError(
        `The file calls itself a Common Transfer File but has more than ${mostUnknown} elements that the format does not, the last on line ${line}. Create it again.`,
        line,
      );
  }

  private countedNotices(): XmlNotice[] {
    const version = /^[\w. ]{1,20}$/.test(this.version) ? ` (the file is version ${this.version})` : "";
    const notices = [...this.unknown].map(
      ([name, line]): XmlNotice => ({
        line,
        column: null,
        code: "unread-element",
        message: `The element ${quoted(name)} is not one of the Common Transfer File up to version 25 and is not read${version}.`,
      }),
    );
    for (const [result, { line, count }] of this.outcomes)
      notices.push({
        line,
        column: "prior_attainment",
        code: "unmapped-value",
        message: `The key stage 2 outcome ${result} is no score; it stands for ${times(count, "missing score")}.`,
      });
    if (this.unscaled)
      notices.push({
        line: this.unscaled.line,
        column: "prior_attainment",
        code: "unmapped-value",
        message: `Key stage 2 results other than scaled scores (levels, points, marks, teacher assessments) are not turned into scores: prior attainment is missing for ${times(this.unscaled.count, "pupil")} who ${this.unscaled.count === 1 ? "has" : "have"} no others.`,
      });
    return notices;
  }
}

/** The elements at a path below a node. */
function at(node: Node, ...names: string[]): Node[] {
  return names.reduce<Node[]>(
    (nodes, name) => nodes.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [node],
  );
}

/** The texts of the child elements of a name, which are one where the file follows its format. */
function textOf(node: Node, name: string): string {
  return at(node, name)
    .map(({ text }) => text)
    .join(" / ");
}

function times(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
