import { join } from "node:path";
import type { Page } from "playwright-core";
import { packageRoot } from "../../loaders/publish/paths.ts";
import { buildSite } from "../support/built-site.ts";
import { launchChromium } from "../support/chromium.ts";
import { visit } from "../support/visit.ts";

/** Milliseconds from a key pressed in a search field to the frame that shows what it found. */
export interface Keystroke {
  /** In the at-risk list of the sample school, 1,511 students, everybody shown. */
  list: number[];
  /** In a search field of the same page that filters nothing: what the machine and the browser need. */
  bare: number[];
}

/** The longest that a key may take to be seen, in milliseconds. */
export const keystrokeBar = 100;

const typed = "ann smith o'b ryan zoe";

/** Types into the at-risk list as a person would, one key after the other, and times each key until it is painted. */
export async function timeKeystrokes(): Promise<Keystroke> {
  const site = await buildSite(join(packageRoot, "data", "school"));
  const browser = await launchChromium();
  const times: Keystroke = { list: [], bare: [] };
  try {
    await visit(browser, `${site.url}at-risk.html#state=all`, async (page) => {
      times.list = await timeField(page, "input[name=q]");
      await page.evaluate(() => {
        const field = document.createElement("input");
        field.name = "bare";
        document.querySelector("#content")!.prepend(field);
      });
      times.bare = await timeField(page, "input[name=bare]");
    });
  } finally {
    await browser.close();
    await site.close();
  }
  return times;
}

async function timeField(page: Page, selector: string): Promise<number[]> {
  await page.locator(selector).focus();
  await page.evaluate((field) => {
    const times: number[] = [];
    Object.assign(window, { keystrokes: times });
    const input = document.querySelector<HTMLInputElement>(field)!;
    input.addEventListener("keydown", () => {
      const pressed = performance.now();
      // A frame is painted after its animation callbacks; the task after it runs when that is done.
      input.addEventListener(
        "input",
        () => requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - pressed))),
        { once: true },
      );
    });
  }, selector);
  for (const key of typed) {
    await page.keyboard.press(key === " " ? "Space" : key);
    await page.waitForTimeout(120);
  }
  for (const _ of typed) {
    await page.keyboard.press("Backspace");
    await page.waitForTimeout(120);
  }
  return page.evaluate(() => (window as unknown as { keystrokes: number[] }).keystrokes);
}

/** Two lines for the report. */
export function keystrokeReport({ list, bare }: Keystroke): string {
  const [own, limit] = [middle(list), middle(bare)];
  const longest = Math.max(...list);
  const met = longest < keystrokeBar ? "met" : "MISSED";
  return [
    `A key in the at-risk list of 1,511 students, until it is painted (${list.length} keys): median ${own.toFixed(0)} ms, longest ${longest.toFixed(0)} ms; bar ${keystrokeBar} ms: ${met}.`,
    `A key in a field that filters nothing: median ${limit.toFixed(0)} ms; ratio ${(own / limit).toFixed(2)}.`,
  ].join("\n");
}

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
