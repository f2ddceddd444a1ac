import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { walk } from "../../loaders/publish/walk.ts";
import { runCommand } from "../support/run-command.ts";
import { ShortCollege } from "../support/short-college.ts";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const tree = (folder: string) =>
  Object.fromEntries(walk(folder).map((file) => [file, sha256(readFileSync(join(folder, file)))]));
const impact = (site: string) => {
  const name = readdirSync(join(site, "_file", "data")).find((file) => file.startsWith("impact."))!;
  return JSON.parse(readFileSync(join(site, "_file", "data", name), "utf8"));
};

describe("build publishes the leaders' edition", () => {
  let college: ShortCollege;
  let out: string;
  const build = () => runCommand("build", college.folder, "--out", out);

  beforeAll(async () => {
    college = new ShortCollege();
    out = join(college.home, "release of today");
    expect((await build()).code).toBe(0);
  });
  afterAll(() => college.remove());

  test("the manifest lists every input and output with its sha256", () => {
    const manifest = JSON.parse(readFileSync(join(out, "MANIFEST.json"), "utf8"));
    expect(manifest.editions).toEqual(["leaders"]);
    expect(manifest.inputs.map((entry: { file: string }) => entry.file)).toContain(
      "mentoring/agreements.csv",
    );
    const { "MANIFEST.json": _, ...files } = tree(out);
    expect(
      Object.fromEntries(
        manifest.outputs.map((entry: { file: string; sha256: string }) => [entry.file, entry.sha256]),
      ),
    ).toEqual(files);
  });

  test("the same inputs give the same bytes", async () => {
    const first = tree(out);
    expect((await build()).code).toBe(0);
    expect(tree(out)).toEqual(first);
  });

  test.skipIf(process.platform === "win32")("files are private", () => {
    expect(statSync(out).mode & 0o777).toBe(0o700);
    for (const file of walk(out)) expect(statSync(join(out, file)).mode & 0o777).toBe(0o600);
  });

  test("every page has a language, zoom, a strict policy, and no time stamp or generator", () => {
    for (const name of ["index.html", "at-risk.html", "caseload.html"]) {
      const html = readFileSync(join(out, "leaders", name), "utf8");
      expect(html).toContain('<html lang="en-GB">');
      expect(html).toContain("default-src 'none'; script-src 'self' 'sha256-");
      expect(html).toContain('name="referrer" content="no-referrer"');
      expect(html).not.toMatch(/maximum-scale|lastModified|generator|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
    }
  });

  test("a changed grade changes the page: nothing comes from a cache", async () => {
    const before = impact(join(out, "leaders")).record;
    college.edit("exports/review-2011-03-25.csv", (text) =>
      text.replaceAll(/^("[^"]*"|[^,]*)((?:,[^,]*){3}),([1-5]),/gm, "$1$2,5,"),
    );
    expect((await build()).code).toBe(0);
    const after = impact(join(out, "leaders")).record;
    expect(after.criteria[0].students.improved).toBeGreaterThan(before.criteria[0].students.improved);
    expect(after.criteria[1]).toEqual(before.criteria[1]);
  });

  test("a failure leaves the last release in place, and nothing half-written", async () => {
    const good = tree(out);
    const settings = readFileSync(college.path("programme.json"), "utf8");
    writeFileSync(college.path("programme.json"), "{");
    const { code, stderr } = await build();
    writeFileSync(college.path("programme.json"), settings);
    expect(code).toBe(2);
    expect(stderr).toMatch(/programme\.json is not valid JSON/);
    expect(tree(out)).toEqual(good);
    expect(readdirSync(college.home).sort()).toEqual(["O'Brien's süß folder", "release of today"]);
  });

  test("a build that is killed leaves the last release, and the next one clears up after it", async () => {
    const good = tree(out);
    const child = spawn(
      process.execPath,
      ["--import", "tsx", "loaders/cli/build.ts", college.folder, "--out", out],
      { stdio: ["ignore", "ignore", "pipe"] },
    );
    await new Promise<void>((resolve) => {
      child.stderr.on("data", (text) => String(text).includes("Building the leaders") && resolve());
    });
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("close", resolve));
    expect(tree(out)).toEqual(good);
    expect(readdirSync(college.home).length).toBe(3);
    expect((await build()).code).toBe(0);
    expect(tree(out)).toEqual(good);
    expect(readdirSync(college.home).sort()).toEqual(["O'Brien's süß folder", "release of today"]);
  });

  test("a folder that is not a release is not replaced", async () => {
    const other = join(college.home, "photos");
    mkdirSync(other);
    writeFileSync(join(other, "cat.txt"), "a cat");
    const { code, stderr } = await runCommand("build", college.folder, "--out", other);
    expect(code).toBe(2);
    expect(stderr).toContain("holds something that is not a release");
    expect(readFileSync(join(other, "cat.txt"), "utf8")).toBe("a cat");
    expect((await runCommand("build", college.folder, "--out", college.home)).code).toBe(2);
  });
});

describe("start serves the site and rebuilds it", () => {
  test("a changed export shows on the page; a broken one leaves the last good release", async () => {
    const college = new ShortCollege();
    const port = await freePort();
    const child = spawn(
      process.execPath,
      ["--import", "tsx", "loaders/cli/start.ts", college.folder, "--port", `${port}`],
      {
        stdio: ["ignore", "ignore", "pipe"],
      },
    );
    let said = "";
    child.stderr.on("data", (text) => {
      said += text;
    });
    const until = async (text: string) => {
      for (let tries = 0; !said.includes(text); tries++) {
        if (tries > 600) throw new Error(`start did not say "${text}", but: ${said}`);
        await wait(100);
      }
    };
    try {
      await until(`http://127.0.0.1:${port}/`);
      const site = college.path(".impact/site/leaders");
      const page = await fetch(`http://127.0.0.1:${port}/`);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain("Eastmoor Sixth Form College");
      expect((await fetch(`http://127.0.0.1:${port}/..%2f..%2f..%2fprogramme.json`)).status).toBe(404);
      expect(await statusFor(port, `127.0.0.1:${port}`)).toBe(200);
      expect(await statusFor(port, "school.example.com")).toBe(403);
      const before = impact(site).record.cohort.started;

      college.edit(
        "mentoring/agreements.csv",
        (text) => `${text.trimEnd().split("\n").slice(0, -1).join("\n")}\n`,
      );
      await until("The site was rebuilt.");
      expect(impact(site).record.cohort.started).toBe(before - 1);

      writeFileSync(college.path("programme.json"), "{");
      await until("The site still shows the last good release.");
      expect((await fetch(`http://127.0.0.1:${port}/caseload.html`)).status).toBe(200);
      expect(existsSync(join(site, "index.html"))).toBe(true);
    } finally {
      child.kill("SIGTERM");
      await new Promise((resolve) => child.once("close", resolve));
      college.remove();
    }
    expect(child.exitCode).toBe(0);
  });
});

/** The answer to a request that names the site as another host would. */
function statusFor(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get({ port, host: "127.0.0.1", path: "/", headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on("error", reject);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
