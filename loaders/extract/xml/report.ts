import { ContainerError } from "../container-error.ts";
import type { XmlElement, XmlHandler } from "./parse-xml.ts";
import { cellText, decodeName } from "./text.ts";
import { quoted, type XmlNotice, type XmlTable } from "./xml-rows.ts";

const mostRecords = 2_000_000;
const mostColumns = 5_000;
/** Records times columns; what a table of them needs in memory. */
const mostCells = 50_000_000;
const mostOthers = 20;

const expected =
  "A report is read as one outermost element, in it one element a record, and in each record one element a value, as a SIMS report exported to XML has them.";

/** A child of the root: a record, or an element that stands beside the records. */
interface Child {
  name: string;
  first: number;
  last: number;
  /** By column; a hole where the record lacks the element. */
  cells: string[];
  /** True of a child without elements in it that holds text. */
  text: boolean;
}

/**
 * Reads a report of the shape root > record > value. The record is the one child of the root that has elements in it,
 * whatever the names are. An element without text is an empty cell, as is one that the export left out. A child of the
 * root that stands once beside the records, without elements in it, is named in a notice if it holds text.
 * Refused, because a row could not hold it: elements inside a value, an element twice in one record, records of two
 * names. Also more than 2 million records, 5,000 columns or 50 million cells.
 */
export class ReportReader implements XmlHandler {
  private recordName: string | null = null;
  private readonly columns = new Map<string, number>();
  private readonly children: Child[] = [];
  private cells: string[] = [];

  open(element: XmlElement, depth: number): void {
    if (depth === 2) this.cells = [];
    else if (depth === 4)
      throw new ContainerError(
        `The report has an element inside a value, ${quoted(element.name)} on line ${element.first}, which no cell can hold. ${expected}`,
        element.first,
      );
  }

  close(element: XmlElement, depth: number, last: number): void {
    if (depth === 3) this.addCell(element);
    else if (depth === 2) this.addChild(element, last);
  }

  /** @throws ContainerError where the shape of the whole is not that of a report. */
  table(): XmlTable {
    const { recordName, columns } = this;
    if (recordName === null) throw new ContainerError(`The report holds no records. ${expected}`);
    const width = columns.size;
    const rows = this.children.filter(({ name }) => name === recordName);
    for (const row of rows) {
      if (row.text)
        throw new ContainerError(
          `The record on line ${row.first} holds text of its own beside its values. ${expected}`,
          row.first,
        );
      for (let i = 0; i < width; i++) row.cells[i] ??= "";
    }
    return {
      labels: [...columns.keys()].map(decodeName),
      rows: rows.map(({ first, last, cells }) => ({ first, last, cells })),
      notices: this.others(recordName),
    };
  }

  private addCell({ name, first, text }: XmlElement): void {
    const known = this.columns.get(name);
    const column = known ?? this.columns.size;
    if (known === undefined) {
      this.columns.set(name, column);
      this.checkSize(first);
    }
    if (this.cells[column] !== undefined)
      throw new ContainerError(
        `A record has the element ${quoted(name)} twice, again on line ${first}, and a row holds one value a column. Change the report so that each record has one, and export it again.`,
        first,
      );
    this.cells[column] = cellText(text);
  }

  private addChild({ name, first, text, hasChildren }: XmlElement, last: number): void {
    if (hasChildren) {
      this.recordName ??= name;
      if (name !== this.recordName)
        throw new ContainerError(
          `The report has records of two names, ${quoted(this.recordName)} and, on line ${first}, ${quoted(name)}. ${expected}`,
          first,
        );
    }
    this.children.push({ name, first, last, cells: this.cells, text: text.trim() !== "" });
    this.checkSize(first);
  }

  private checkSize(line: number): void {
    const tooMuch =
      this.children.length > mostRecords
        ? "2 million records"
        : this.columns.size > mostColumns
          ? "5,000 columns"
          : this.children.length * this.columns.size > mostCells
            ? "50 million cells"
            : null;
    if (tooMuch)
      throw new ContainerError(
        `The report has more than ${tooMuch} at line ${line}. Export fewer students, dates or columns at a time.`,
        line,
      );
  }

  private others(recordName: string): XmlNotice[] {
    const names = new Set<string>();
    const notices: XmlNotice[] = [];
    for (const { name, first, text } of this.children) {
      if (name === recordName) continue;
      if (names.has(name) || names.size === mostOthers)
        throw new ContainerError(
          `Beside the records, ${quoted(recordName)}, the report has ${names.has(name) ? `the element ${quoted(name)} more than once, again` : `more than ${mostOthers} other elements, the last`} on line ${first}. ${expected}`,
          first,
        );
      names.add(name);
      if (text)
        notices.push({
          line: first,
          column: null,
          code: "unread-element",
          message: `The element ${quoted(name)} stands beside the records and is not read.`,
        });
    }
    return notices;
  }
}
