import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import type { AnsweringPage, StartPage } from "../../loaders/editions/start.ts";
import { packageRoot } from "../../loaders/publish/paths.ts";
import { buildSite } from "./built-site.ts";
import { launchChromium } from "./chromium.ts";
import { pagesDocument } from "./pages-document.ts";
import { visit } from "./visit.ts";

// Takes the pictures of the documents anew, and writes docs/pages.md: npm run generate:pictures
const images = join(packageRoot, "docs", "images");
mkdirSync(join(images, "pages"), { recursive: true });
const browser = await launchChromium();
try {
  const college = await buildSite(join(packageRoot, "data", "college"));
  await picture(browser, `${college.url}impact.html`, join(images, "impact.png"), 1960, 0.8);
  await college.close();

  const school = await buildSite(join(packageRoot, "data", "school"));
  let start!: StartPage;
  let student = "";
  await visit(browser, `${school.url}index.html`, async (page) => {
    const files = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    start = await page.evaluate(
      (url) => fetch(url).then((answer) => answer.json()),
      files.find((name) => /\/start\.[0-9a-f]*\.?json$/.test(name))!,
    );
    await page.goto(`${school.url}agenda.html`);
    student = (await page.locator(".sheet a").first().getAttribute("href"))!.split("#")[1]!;
  });
  const pages: Pick<AnsweringPage, "name" | "path" | "question" | "group">[] = [
    { name: "Start", path: "/index", group: "Start", question: "What are the answers, in a sentence each?" },
    ...start.groups.flatMap((group) => group.pages),
  ];
  for (const { path } of pages) {
    const hash = path === "/student" ? `#${student}` : "";
    await picture(
      browser,
      `${school.url}${path.slice(1)}.html${hash}`,
      join(images, "pages", `${path.slice(1)}.png`),
      1200,
      0.6,
    );
  }
  await school.close();
  writeFileSync(join(packageRoot, "docs", "pages.md"), pagesDocument(pages));
} finally {
  await browser.close();
}

async function picture(
  browser: Browser,
  url: string,
  path: string,
  height: number,
  deviceScaleFactor: number,
): Promise<void> {
  await visit(
    browser,
    url,
    async (page) => {
      await page.waitForTimeout(300);
      await page.screenshot({ path });
    },
    { viewport: { width: 1280, height }, deviceScaleFactor, colorScheme: "light" },
  );
}
