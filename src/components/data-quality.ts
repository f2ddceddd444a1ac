import type { DataQualityPage } from "../../loaders/editions/page-data.ts";
import type { Severity } from "../../loaders/extract/problem.ts";
import type { FileAccount, LineCounts } from "../../loaders/quality/account.ts";
import type { KindCount } from "../../loaders/quality/group-problems.ts";
import { type Builder, builder, card, type Options, quiet } from "./dom.js";
import { type Figure, figureList } from "./figure-list.js";
import { count, plural } from "./format.js";
import { at } from "./scale.js";
import { type Cell, dataTable, details, numberCell } from "./table.js";

/** Lines, files and problems in numbers, the sum that shows that nothing was lost, and whether it is safe to go on. */
export function summaryCard(page: DataQualityPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  const { h } = b;
  const { files, refusedFiles, lines, lostCells, errors, warnings } = page.account.totals;
  const other = lines.total - lines.accepted - lines.quarantined;
  const figures: Figure[] = [
    ["Files", files, refusedFiles === 0 ? "all recognised" : `${count(refusedFiles)} refused as a whole`],
    ["Lines", lines.total, `${count(other)} of them titles, headers, blanks and footers`],
    ["Accepted", lines.accepted, "lines that were read"],
    ["Quarantined", lines.quarantined, "lines set aside, byte for byte"],
    ["Cells left out", lostCells, "of lines that were accepted"],
    ["Problems", errors + warnings, [noOr(errors, "error"), noOr(warnings, "warning")].join(", ")],
  ];
  return card(
    b,
    "What was read",
    { class: "figures" },
    figureList(b, figures),
    h("p", {}, page.sum),
    h("p", {}, page.safety),
  );
}

const noOr = (n: number, noun: string): string => (n === 0 ? `no ${noun}s` : plural(n, noun));

/** What was refused or warned of: where, the value, why and what to do. */
export function problemsCard(page: DataQualityPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  const { h } = b;
  const { files } = page.account;
  const rows = files.flatMap((file) =>
    file.problems.first.map(({ severity, place, column, value, message }): Cell[] => [
      nameOf(file),
      severityCell(severity),
      place,
      column ?? "",
      value ?? "",
      message,
    ]),
  );
  if (rows.length === 0) return card(b, "Problems", {}, quiet(b, "No problem was found in any file."));
  const entries = files.reduce((sum, { problems }) => sum + problems.total, 0);
  return card(
    b,
    "Problems",
    { class: "problems" },
    h(
      "div",
      { class: "problem-list" },
      dataTable(b, {
        caption: "Problems by file, errors first; the same reason in one column of a file is one entry",
        filename: "problems",
        columns: ["File", "Severity", "Where", "Column", "Value", "Why, and what to do"].map((label) => ({
          label,
        })),
        rows,
        notes: [
          ...(rows.length < entries
            ? [
                `The first ${count(rows.length)} of ${count(entries)} entries are shown, every file with a problem among them. All of them are in the report of npm run check with --json.`,
              ]
            : []),
          "Column and value are left out where no one cell is meant, and the value where it could name a person.",
        ],
      }),
    ),
    details(
      b,
      "Count the problems by kind",
      "every problem, by kind",
      dataTable(b, {
        caption: "Every problem by kind",
        filename: "problems-by-kind",
        columns: [
          { label: "Kind" },
          { label: "Severity" },
          { label: "Problems", numeric: true },
          { label: "Files", numeric: true },
        ],
        rows: kindRows(files),
      }),
    ),
  );
}

/** In words and by a sign, never by colour alone. */
const severityCell = (severity: Severity): Cell => ({
  text: severity === "error" ? "× Error" : "! Warning",
  value: severity,
});

function kindRows(files: readonly FileAccount[]): Cell[][] {
  const kinds = new Map<string, KindCount & { files: number }>();
  for (const { kind, severity, count } of files.flatMap((file) => file.kinds)) {
    const key = `${severity} ${kind}`;
    const sum = kinds.get(key) ?? { kind, severity, count: 0, files: 0 };
    kinds.set(key, { ...sum, count: sum.count + count, files: sum.files + 1 });
  }
  return [...kinds.values()]
    .sort((a, b) => (a.severity === b.severity ? b.count - a.count : a.severity === "error" ? -1 : 1))
    .map(({ kind, severity, count: problems, files }) => [
      kind,
      severityCell(severity),
      numberCell(problems, count),
      numberCell(files, count),
    ]);
}

/** The lines of every kind of file by fate, as bars and numbers; under each kind its files. */
export function filesCard(page: DataQualityPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  const { h } = b;
  const { files } = page.account;
  const groups = [...new Set(files.map(({ table }) => table))].map((table) => {
    const own = files.filter((file) => file.table === table);
    return { table, files: own, lines: sum(own) };
  });
  const alone = groups.flatMap((group) => (group.files.length === 1 ? group.files : []));
  return card(
    b,
    "Every line of every file",
    { class: "files" },
    bars(
      b,
      groups.filter(({ lines }) => lines.quarantined > 0),
    ),
    dataTable(b, {
      caption: "Lines by kind of file and what became of them; the fates sum to the lines",
      filename: "lines-by-kind-of-file",
      columns: [{ label: "Kind of file" }, { label: "Files", numeric: true }, ...lineColumns],
      rows: groups.map(({ table, files, lines }) => [
        table,
        numberCell(files.length, count),
        ...lineCells(lines),
      ]),
    }),
    groups
      .filter((group) => group.files.length > 1)
      .map(({ table, files }) =>
        details(
          b,
          `${table}: ${plural(files.length, "file")}`,
          "one by one",
          fileTable(b, table, files, false),
        ),
      ),
    alone.length > 0 &&
      details(
        b,
        `${groups.length > alone.length ? "other kinds" : "all kinds"}: ${plural(alone.length, "file")}`,
        "one by one",
        fileTable(b, "other kinds", alone, true),
      ),
    page.account.unusedColumns.length > 0 &&
      details(
        b,
        "Columns not used",
        "by file",
        h(
          "ul",
          {},
          page.account.unusedColumns.map((sentence) => h("li", {}, sentence)),
        ),
      ),
  );
}

interface Group {
  table: string;
  files: FileAccount[];
  lines: LineCounts;
}

const fates = ["accepted", "quarantined", "preamble", "header", "blank", "footer"] as const;
const lineColumns = ["Lines", "Accepted", "Quarantined", "Preamble", "Header", "Blank", "Footer"].map(
  (label) => ({
    label,
    numeric: true,
  }),
);
const lineCells = (lines: LineCounts): Cell[] =>
  (["total", ...fates] as const).map((key) => numberCell(lines[key], count));

function sum(files: readonly FileAccount[]): LineCounts {
  const [first, ...others] = files.map(({ lines }) => lines);
  return others.reduce(
    (all, lines) => {
      for (const key of ["total", ...fates] as const) all[key] += lines[key];
      return all;
    },
    { ...first! },
  );
}

/** One bar a kind of file of which lines were quarantined, all of the same length: the shares of its fates. */
function bars(b: Builder, groups: readonly Group[]): Node {
  const { h, s } = b;
  if (groups.length === 0) return b.nothing();
  const said = groups.map(
    ({ table, lines }) =>
      `${table}: ${count(lines.quarantined)} of ${plural(lines.total, "line")} quarantined`,
  );
  const part = (name: string, from: number, share: number): SVGElement | false =>
    share > 0 && s("rect", { class: name, x: at(from * 100), width: at(share * 100), y: 2, height: 16 });
  return h(
    "figure",
    { class: "chart share-chart fate-chart" },
    h(
      "ul",
      { class: "legend", "aria-hidden": "true" },
      [
        ["accepted", "accepted"],
        ["other", "titles, headers, blanks, footers"],
        ["quarantined", "quarantined"],
      ].map(([name, label]) => h("li", {}, h("span", { class: `swatch ${name}` }), label)),
    ),
    h(
      "div",
      { role: "img", "aria-label": `Lines by kind of file. ${said.join("; ")}.` },
      groups.map(({ table, lines }) => {
        const accepted = lines.accepted / lines.total || 0;
        const quarantined = lines.quarantined / lines.total || 0;
        return h(
          "div",
          { class: "row" },
          h("span", { class: "row-label" }, table),
          s(
            "svg",
            { width: "100%", height: 20 },
            s("rect", { class: "track", x: 0, width: "100%", y: 2, height: 16 }),
            part("accepted", 0, accepted),
            part("other", accepted, 1 - accepted - quarantined),
            part("quarantined", 1 - quarantined, quarantined),
            s("line", { class: "quarantined", x1: "100%", x2: "100%", y1: 0, y2: 20 }),
          ),
          h("span", { class: "row-value" }, `${count(lines.quarantined)} of ${count(lines.total)}`),
        );
      }),
    ),
    h(
      "figcaption",
      {},
      "Kinds of file with lines quarantined; each bar is all of its lines. The number is how many were quarantined, and a mark at the end shows that there are some, however few.",
    ),
  );
}

function fileTable(b: Builder, table: string, files: readonly FileAccount[], mixed: boolean): HTMLElement {
  return dataTable(b, {
    caption: `Files one by one: ${table}`,
    filename: `files-${table.replaceAll(" ", "-")}`,
    columns: [
      { label: "File" },
      ...(mixed ? [{ label: "Holds" }] : []),
      ...lineColumns,
      { label: "Problems" },
      { label: "Read as" },
    ],
    rows: files.map((file) => [
      nameOf(file),
      ...(mixed ? [file.table] : []),
      ...lineCells(file.lines),
      file.kinds.length === 0
        ? "none"
        : file.kinds.map(({ kind, severity, count: n }) => `${kind} (${plural(n, severity)})`).join("; "),
      [file.encoding, file.layout, file.delimiter].filter((part) => part !== null).join(", "),
    ]),
  });
}

const nameOf = ({ path, sheet }: FileAccount): string => (sheet === null ? path : `${path}, sheet ${sheet}`);

/** Facts that were kept, by table, and what was not. */
export function keptCard(page: DataQualityPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  return card(
    b,
    "What was kept",
    { class: "kept" },
    dataTable(b, {
      caption: "Facts by table; a line of a marksheet gives several",
      filename: "facts-kept",
      columns: [
        { label: "Table" },
        ...["Facts kept", "Duplicates collapsed", "Without a value", "Not mapped"].map((label) => ({
          label,
          numeric: true,
        })),
      ],
      rows: page.account.tables.map((counts) => [
        counts.table,
        ...[counts.rows, counts.collapsedDuplicates, counts.missing, counts.unmapped].map((n) =>
          numberCell(n, count),
        ),
      ]),
      notes: [
        "Without a value: an empty cell or a token such as N/A. Not mapped: a mark, question or aspect that the settings do not use.",
      ],
    }),
  );
}

/** What of the folder was not read at all. */
export function unreadCard(page: DataQualityPage, options: Options = {}): Node {
  const b = builder(options);
  const { notices } = page.account;
  if (notices.length === 0) return b.nothing();
  return card(
    b,
    "Not read at all",
    {},
    b.h(
      "ul",
      {},
      notices.map((notice) => b.h("li", {}, notice)),
    ),
  );
}

/** The views of every page that are off, and what would switch each on. */
export function viewsCard(page: DataQualityPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  const { viewsOff } = page.account;
  return card(
    b,
    "What each view lacks",
    {},
    viewsOff.length === 0
      ? quiet(b, "Every view has what it needs.")
      : b.h(
          "ul",
          {},
          viewsOff.map(({ sentence }) => b.h("li", {}, sentence)),
        ),
  );
}

/** How a folder is read, in three sentences. */
export function howItIsReadCard(options: Options = {}): HTMLElement {
  const b = builder(options);
  return card(
    b,
    "How files are read",
    {},
    b.h(
      "p",
      {},
      "Every line of every export ends in one class: accepted, quarantined, or a title, header, blank or footer line. " +
        "A line or cell that cannot be read with certainty is set aside with its reason, never guessed at and never changed. " +
        "Correct it in the school's system, export again, and the next build reads the folder anew.",
    ),
  );
}
