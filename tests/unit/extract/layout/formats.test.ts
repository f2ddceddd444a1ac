import { describe, expect, it } from "vitest";
import { aspectFinder } from "../../../../loaders/extract/aspects.ts";
import { mapColumns } from "../../../../loaders/extract/columns.ts";
import { carriesIdentity, identityCarrier } from "../../../../loaders/extract/layout/carry-identity.ts";
import { decideDelimiter, sketchRows } from "../../../../loaders/extract/layout/delimiter.ts";
import { decideEncoding } from "../../../../loaders/extract/layout/encoding.ts";
import { findHeader, headerStrength } from "../../../../loaders/extract/layout/find-header.ts";
import { isPrintFooter, isStatisticsRow } from "../../../../loaders/extract/layout/footer.ts";
import { recogniseTable } from "../../../../loaders/extract/recognise.ts";
import { studentColumns } from "../../../../loaders/extract/tables.ts";
import { readLines } from "../../../support/text.ts";
import { context } from "./context.ts";

/** All that is concluded of a file's bytes with nothing declared. */
function look(bytes: Uint8Array, fileName: string) {
  const file = context({ fileName });
  const encoding = decideEncoding(bytes, null);
  if (!("encoding" in encoding)) throw new Error(encoding.question);
  const lines = readLines(bytes, encoding.encoding).lines.map(({ text }) => text);
  const delimiter = decideDelimiter(lines, null, (rows) => headerStrength(rows, file));
  if (!("delimiter" in delimiter)) throw new Error(delimiter.question);
  const rows = sketchRows(
    lines.map((line) => line ?? ""),
    delimiter.delimiter,
  );
  const header = findHeader(rows, file);
  if (!("labels" in header)) throw new Error(header.question);
  const table = recogniseTable(file.programme, null, fileName, header);
  const body = rows.slice(header.preamble + header.headerRows);
  const map = mapColumns(header.labels, new Set(studentColumns), null);
  const isHeader = (row: string[]) => row.join("\u001f") === header.labels.join("\u001f");
  return {
    encoding: encoding.encoding,
    delimiter: delimiter.delimiter,
    preamble: header.preamble,
    headerRows: header.headerRows,
    labels: header.labels,
    table: "table" in table ? table.table : table.question,
    foot: body.filter((row) => isPrintFooter(row) || isStatisticsRow(row, header.labels, map, "foot")).length,
    carries: carriesIdentity(
      header.labels,
      body.map((row) => (isHeader(row) ? null : row)),
      null,
    ),
    body,
    finder: aspectFinder(file.programme, null),
  };
}

describe("exports of the usual MIS need no configuration to be recognised", () => {
  it("a marksheet in Windows-1252 with titles above and statistics below", () => {
    const text =
      'Thornley College\r\nMarksheet: 12 Review 1 2026\r\nPrinted: 12/11/2026 08:14\r\n\r\nName,Reg,UPN,"Biology Focus","Biology Effort in Lesson","Biology Pred"\r\n"O\'Brien, Jack",12A,L823432120001,2,2,B\r\n"N\xed Bhriain, Se\xe1n",12A,A823432120002,1,2,A*\r\n"Smith-J\xf6nes, Zo\xeb",12B,P823432120003,4,3,D\r\nMean,,,2.3,2.3,\r\nTotal,3,,,,\r\n';
    const found = look(Buffer.from(text, "latin1"), "exports/review.csv");
    expect(found).toMatchObject({
      encoding: "windows-1252",
      delimiter: ",",
      preamble: 4,
      headerRows: 1,
      table: "marksheet",
      foot: 2,
      carries: false,
    });
    expect(found.finder.splitAll(found.labels).slice(3)).toEqual([
      { subject: "Biology", aspect: { criterion: "focus" } },
      { subject: "Biology", aspect: { criterion: "lesson" } },
      { subject: "Biology", aspect: { prediction: "predicted" } },
    ]);
  });

  it("a report in UTF-16 that repeats its header and leaves out what is the same", () => {
    const text =
      "\ufeffUPN,Surname,Forename,Year,Reg,Aspect,Result Set,Result,Result Date\r\nL823432120001,O'Brien,Jack,Year  12,12A,Biology Focus,Y12 Review 1,2,07/11/2026\r\n,,,,,Biology Pred,Y12 Review 1,B,07/11/2026\r\nUPN,Surname,Forename,Year,Reg,Aspect,Result Set,Result,Result Date\r\nA823432120002,Ní Bhriain,Seán,Year  12,12A,Biology Focus,Y12 Review 1,1,46333\r\n";
    const found = look(Buffer.from(text, "utf16le"), "exports/report.csv");
    expect(found).toMatchObject({
      encoding: "utf-16le",
      preamble: 0,
      table: "marksheet",
      carries: true,
      foot: 0,
    });
    const carrier = identityCarrier(found.labels, null);
    carrier.carry(found.body[0]!);
    expect(carrier.carry(found.body[1]!)).toEqual({
      cells: [
        "L823432120001",
        "O'Brien",
        "Jack",
        "Year  12",
        "12A",
        "Biology Pred",
        "Y12 Review 1",
        "B",
        "07/11/2026",
      ],
    });
  });

  it("results, one a row, with aspects that nobody declared", () => {
    const found = look(
      Buffer.from(
        "StudentId,AssessmentTypeName,Result,EnteredDate,TermName,YearGroupName,SubjectName,IsGrade\n501,Current Grade,5-4,2026-11-06T00:00:00,Autumn,11,Combined Science,True\n501,*On track,=,2026-11-06T00:00:00,Autumn,11,English,True\n501,Effort,2,2026-11-06T00:00:00,Autumn,11,English,False\n",
      ),
      "exports/results.csv",
    );
    expect(found).toMatchObject({ encoding: "utf-8", preamble: 0, table: "marksheet", carries: false });
    expect(found.body.map((row) => found.finder.whole(row[1] ?? ""))).toMatchObject([
      { prediction: "working_at" },
      null,
      { criterion: "effort" },
    ]);
  });

  it("a students list with a mark, whose own identifier is no UPN", () => {
    const text =
      '\ufeff"Globally Unique Student ID","Arbor Student ID","UPN","Legal First Name","Legal Last Name","Sex","Year group(s) this academic year","Date of Birth","Courses/classes","SEN status"\nG001,292,L823432120001,Jack,O\'Brien,Male,Year 12,15/09/2009,"Year 12: 12A, Biology: 12/Bi1","SEN Support"\n';
    const found = look(Buffer.from(text), "exports/arbor.csv");
    expect(found).toMatchObject({ encoding: "utf-8", preamble: 0, table: "students" });
    const { index } = mapColumns(found.labels, new Set(studentColumns), null);
    expect(Object.fromEntries(index)).toMatchObject({
      student_id: 1,
      upn: 2,
      forename: 3,
      surname: 4,
      sex: 5,
    });
  });

  it("a weekly register", () => {
    const found = look(Buffer.from("StudentId,MonAM,MonPM,TueAM\n501,/,\\,L\n"), "exports/week.csv");
    expect(found).toMatchObject({ preamble: 0, table: "attendance", carries: false });
  });

  it("the same marksheet with semicolons, titles with commas, two header rows and its page number", () => {
    const text =
      "Thornley College, Anytown, Kent\nPrinted: 12/11/2026 08:14, by the office\n\n;;;Biology;;Art & Design;\nName;Reg;UPN;*Focus;Pred;*Focus;Pred\nO'Brien, Jack;12A;L823432120001;2;B;3;C\nMean;;;2;;3;\nPage 1 of 1\n";
    expect(look(Buffer.from(text), "exports/marks.csv")).toMatchObject({
      delimiter: ";",
      preamble: 3,
      headerRows: 2,
      table: "marksheet",
      foot: 2,
    });
  });
});
