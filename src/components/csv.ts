import type { Builder } from "./dom.js";

export type CsvValue = string | number | null;

/**
 * One cell. A text that a spreadsheet would read as a formula gets a leading apostrophe
 * (OWASP, CSV injection); numbers stay numbers, so a negative change can be calculated with.
 */
export function csvCell(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const guarded = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

export function csvText(rows: readonly (readonly CsvValue[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}

/** Saves the rows as a file when pressed; they are made at that moment, so a filtered list saves what it shows. */
export function csvButton(
  b: Builder,
  filename: string,
  about: string,
  rows: () => CsvValue[][],
): HTMLButtonElement {
  const button = b.h(
    "button",
    { type: "button", class: "download" },
    "Download CSV",
    b.h("span", { class: "hidden" }, `: ${about}`),
  );
  button.addEventListener("click", () => {
    const view = b.document.defaultView;
    if (!view) return;
    // The byte order mark makes Excel read the file as UTF-8.
    const url = URL.createObjectURL(
      new Blob(["\ufeff", csvText(rows())], { type: "text/csv;charset=utf-8" }),
    );
    const link = b.h("a", { href: url, download: `${filename}.csv` });
    b.document.body.append(link);
    link.click();
    link.remove();
    view.setTimeout(() => URL.revokeObjectURL(url), 1000);
  });
  return button;
}
