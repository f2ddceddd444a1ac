import { expect, test } from "vitest";
import type { ShownProgramme } from "../../support/shown-programme.ts";

export function startTests({ open, loaded }: ShownProgramme): void {
  test("answers the leaders' question first", () =>
    open("index.html", async (page) => {
      expect(await page.locator("h1").textContent()).toBe(loaded().evaluation.record.primary.sentence);
    }));

  test("gives each page with the answer that the page itself gives", () =>
    open("index.html", async (page) => {
      const answers = await page.locator(".answers dl > div").evaluateAll((items) =>
        items.map((item) => ({
          answer: item.querySelector("dd")!.textContent,
          href: item.querySelector("a")!.getAttribute("href")!.replace("./", ""),
        })),
      );
      const links = await page.locator("nav a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
      expect(["./index.html", ...answers.map(({ href }) => `./${href}`)]).toEqual(links);
      for (const { answer, href } of answers) {
        await open(href, async (other) =>
          expect(await other.locator("h1").textContent()).toSatisfy((title: string) =>
            answer.endsWith(title),
          ),
        );
      }
    }));
}
