import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveSite } from "../../loaders/cli/serve.ts";
import { publish } from "../../loaders/publish/publish.ts";
import { launchChromium } from "../support/chromium.ts";
import { examplePages, examplesEdition } from "../support/examples-edition.ts";
import { openEveryFold, violations, visit } from "../support/visit.ts";

describe("the examples of the components", () => {
  const out = mkdtempSync(join(tmpdir(), "examples-"));
  const { server } = serveSite(() => join(out, "dist", "examples"));
  let browser: Browser;
  let url: string;

  beforeAll(async () => {
    browser = await launchChromium();
    await publish("data/college", [], [await examplesEdition()], join(out, "dist"), () => {});
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
    rmSync(out, { recursive: true });
  });

  test.each(examplePages.map(({ path }) => path))(
    "%s is drawn, readable and no wider than a phone",
    async (path) => {
      for (const colorScheme of ["light", "dark"] as const) {
        await visit(
          browser,
          `${url}${path}.html`,
          async (page) => {
            await openEveryFold(page);
            expect(await page.locator(".observablehq--error").count()).toBe(0);
            expect(await violations(page)).toEqual([]);
            expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
          },
          { colorScheme, viewport: { width: 390, height: 844 } },
        );
      }
    },
  );
});
