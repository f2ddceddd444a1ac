import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium as playwright } from "playwright-core";
import { packageRoot } from "../../loaders/publish/paths.ts";

/** The Chromium that ships inside an npm package is unpacked here, with the libraries and fonts it needs. */
const home = join(packageRoot, "node_modules", ".cache", "chromium");

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-zygote",
  "--font-render-hinting=none",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
];

/** Starts a real Chromium without a window; it needs nothing of the system's, neither libraries nor fonts. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = await unpack();
  const fonts = join(home, "fontconfig");
  mkdirSync(fonts, { recursive: true });
  writeFileSync(
    join(fonts, "fonts.conf"),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(home, "fonts")}</dir><cachedir>${join(home, "fonts-cache")}</cachedir></fontconfig>`,
  );
  const env = { ...process.env, LD_LIBRARY_PATH: join(home, "al2023", "lib"), FONTCONFIG_PATH: fonts };
  return playwright.launch({ executablePath, args: flags, env });
}

/** The package unpacks to the folder for temporary files, with its libraries only where it sees a platform it knows. */
async function unpack(): Promise<string> {
  mkdirSync(home, { recursive: true });
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: home, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" });
  try {
    const { default: packaged } = await import("@sparticuz/chromium");
    packaged.setGraphicsMode = false;
    return await packaged.executablePath();
  } finally {
    process.env = before;
  }
}
