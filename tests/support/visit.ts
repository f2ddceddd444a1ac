import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Opens a page in a window of its own, waits until it is drawn, and hands it to the check.
 * @param options Of the window; `provoked` names the faults that the check causes on purpose.
 * @throws Error where the page asked for anything of another origin, wrote to the console, threw or opened a dialog.
 */
export async function visit(
  browser: Browser,
  address: string,
  check: (page: Page) => Promise<void>,
  { provoked, ...options }: BrowserContextOptions & { provoked?: RegExp } = {},
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const faults: string[] = [];
  const { origin } = new URL(address);
  try {
    await context.route("**/*", (route) => {
      const url = route.request().url();
      if (new URL(url).origin === origin) return route.continue();
      faults.push(`request to ${url}`);
      return route.abort();
    });
    const page = await context.newPage();
    page.on("pageerror", (error) => faults.push(`page error: ${error.message}`));
    page.on("dialog", (dialog) => {
      faults.push(`dialog: ${dialog.message()}`);
      return dialog.dismiss();
    });
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`);
    });
    await page.goto(address);
    await drawn(page);
    await check(page);
  } finally {
    await context.close();
  }
  const unexpected = faults.filter((fault) => !provoked?.test(fault));
  if (unexpected.length > 0) throw new Error(`${address}: ${unexpected.join("; ")}`);
}

/** Waits until every part of the page stands where Framework left room for it. */
export async function drawn(page: Page): Promise<void> {
  await page.waitForSelector("#content h1");
  await page.waitForFunction(() => document.querySelector("observablehq-loading") === null);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** The card with this title. */
export function card(page: Page, title: string): Locator {
  return page
    .locator("section.card")
    .filter({ has: page.getByRole("heading", { level: 2, name: title, exact: true }) });
}

/** The rows of the first table inside, each as the texts of its cells; a folded table too. */
export function tableRows(inside: Locator): Promise<string[][]> {
  return inside
    .locator("table")
    .first()
    .evaluate((table) =>
      [...(table as HTMLTableElement).tBodies[0]!.rows].map((row) =>
        [...row.cells].map((cell) => cell.textContent),
      ),
    );
}

export async function openEveryFold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
}

/** What axe finds on the page as it stands, one line a violation. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results: AxeResults = await page.evaluate("axe.run()");
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** Presses Tab until the control of this name has the focus. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press("Tab");
    if ((await page.evaluate(() => document.activeElement?.getAttribute("name"))) === name) return;
  }
  throw new Error(`The control ${name} cannot be reached by Tab.`);
}

/** Texts that reach beyond the paper when the page is printed, for they would be cut off. */
export async function cutOff(page: Page): Promise<string[]> {
  // A4 less the margins of the stylesheet: 186 mm.
  await page.setViewportSize({ width: 703, height: 1000 });
  await page.emulateMedia({ media: "print" });
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth + 1;
    return [...document.querySelectorAll("#content *")]
      .filter((element) => element.checkVisibility() && !element.closest(".hidden"))
      .filter((element) => element.getBoundingClientRect().right > width)
      .map((element) => `${element.tagName} ${element.textContent.slice(0, 60)}`);
  });
}
