import type { SourceFile, SourceRecord } from "../source-file.ts";
import type { StudentIndex } from "../student-index.ts";
import type { NameVerdict } from "./listed-names.ts";
import type { NameColumns } from "./name-columns.ts";

/** The names of students in the rows of one file, judged by the students whose identifiers stand beside them. */
export class FileNames {
  /** Whether a surname alone that is another student's refuses its row: so many do that a column was moved. */
  surnamesCount = false;
  private readonly known = new Map<string, NameVerdict>();
  private last: { record: SourceRecord; verdict: NameVerdict } | null = null;
  /** Rows whose names are nobody's: their students, and the first line. */
  private readonly differing = new Set<string>();
  private firstLine = 0;

  constructor(
    private readonly file: SourceFile,
    readonly columns: NameColumns,
    private readonly students: StudentIndex,
  ) {}

  judge(studentId: string, cells: readonly string[]): NameVerdict {
    const key = [studentId, ...this.columns.places.map((place) => cells[place] ?? "")].join("\u001f");
    const known = this.known.get(key);
    if (known) return known;
    const verdict = this.students.names.judge(studentId, this.columns.read(cells));
    this.known.set(key, verdict);
    return verdict;
  }

  /** Whether the name of a record is another student's, so that nobody can tell whose it is; other doubts are counted. */
  contradicts(record: SourceRecord, studentId: string): boolean {
    // A wide record asks for each of its facts.
    if (this.last?.record !== record) {
      this.last = { record, verdict: this.judge(studentId, record.cells) };
      this.count(record, studentId, this.last.verdict);
    }
    return this.refuses(this.last.verdict);
  }

  /** Says once, after the last record, that names are others than those of the list. */
  close(): void {
    const more = this.differing.size - 1;
    if (more < 0) return;
    const students =
      more === 0 ? "" : `, and so it is for ${more} more ${more === 1 ? "student" : "students"} of this file`;
    this.file.warn(this.firstLine, {
      column: this.columns.label,
      code: "constraint-error",
      message: `The name on this line is not the one that the student list has for the identifier beside it${students}. The identifier is the one that counts. If only the name is written otherwise, leave it; if the identifier is another student's, correct it.`,
    });
  }

  private refuses(verdict: NameVerdict): boolean {
    return verdict === "another" || (verdict === "surname of another" && this.surnamesCount);
  }

  private count({ first }: SourceRecord, studentId: string, verdict: NameVerdict): void {
    if (verdict === "agrees" || this.refuses(verdict)) return;
    if (this.differing.size === 0) this.firstLine = first;
    this.differing.add(studentId);
  }
}
