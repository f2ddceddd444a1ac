import { join } from "node:path";
import { packageRoot } from "../../loaders/publish/paths.ts";
import { buildSite } from "./built-site.ts";
import { launchChromium } from "./chromium.ts";
import { visit } from "./visit.ts";

// Takes the pictures of the documents anew: npx tsx tests/support/take-pictures.ts
const site = await buildSite(join(packageRoot, "data", "college"));
const browser = await launchChromium();
try {
  await visit(
    browser,
    `${site.url}impact.html`,
    async (page) => {
      await page.screenshot({ path: join(packageRoot, "docs", "images", "impact.png") });
    },
    { viewport: { width: 1280, height: 1960 }, deviceScaleFactor: 0.8, colorScheme: "light" },
  );
} finally {
  await browser.close();
  await site.close();
}
