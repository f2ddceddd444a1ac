/** What stands around every page, as HTML text for Framework's config. No data of a student come here. */

interface ShellPage {
  name: string;
  /** As in Framework's pages: "/index" or "/at-risk". */
  path: string;
  /** The heading under which the page stands among the others; none for the start page. */
  group?: string;
}

interface HeaderOptions {
  /** The page that the header is drawn for: Framework's path, "/index" or "/at-risk". */
  path?: string;
  programme?: string;
  institution?: string;
}

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);

const key = (path: string): string => path.replace(/^\.?\/*/, "").replace(/\.html$/, "") || "index";

/** Skip link, the programme's name and the pages. */
export function headerHtml(pages: readonly ShellPage[], options: HeaderOptions = {}): string {
  const current = options.path === undefined ? null : key(options.path);
  const link = (page: ShellPage): string => {
    const name = key(page.path);
    const mark = name === current ? ' aria-current="page"' : "";
    return `<li><a href="./${escapeHtml(name)}.html"${mark}>${escapeHtml(page.name)}</a></li>`;
  };
  const groups = [...new Set(pages.map((page) => page.group ?? ""))].map((group) => {
    const links = pages
      .filter((page) => (page.group ?? "") === group)
      .map(link)
      .join("");
    const label = group === "" ? "" : `<span>${escapeHtml(group)}</span>`;
    return `<li>${label}<ul>${links}</ul></li>`;
  });
  const owner = [options.programme, options.institution]
    .filter((text) => text)
    .map((text) => escapeHtml(text!));
  return [
    '<a class="skip" href="#content">Skip to the content</a>',
    '<div class="shell">',
    `<p class="brand"><strong>Mentoring Impact</strong>${owner.length > 0 ? ` <span>${owner.join(", ")}</span>` : ""}</p>`,
    pages.length > 1 ? `<nav aria-label="Pages"><ul>${groups.join("")}</ul></nav>` : "",
    "</div>",
  ].join("");
}

// Framework encodes a link once more, so no "%" and no "#" stands in it.
const ICON =
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><rect width='16' height='16' rx='3' fill='rgb(59,58,158)'/><path d='M3 11h3V8h4V5h3' fill='none' stroke='white' stroke-width='2'/></svg>";

/**
 * Icon and typeface. Framework bundles a stylesheet with esbuild, which has no loader for .woff2, so the rule that
 * names the font files stands in the page; the build copies the two files beside the pages.
 */
export function headHtml(): string {
  const face = (file: string, range: string): string =>
    `@font-face{font-family:"Inter Variable";font-style:normal;font-display:swap;font-weight:100 900;` +
    `src:url("./fonts/${file}") format("woff2");unicode-range:${range}}`;
  return [
    `<link rel="icon" href="${ICON}">`,
    '<meta name="color-scheme" content="light dark">',
    "<style>",
    face("inter-latin-wght-normal.woff2", LATIN),
    face("inter-latin-ext-wght-normal.woff2", LATIN_EXT),
    "</style>",
  ].join("");
}

// From @fontsource-variable/inter/index.css.
const LATIN =
  "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";
const LATIN_EXT =
  "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF";
