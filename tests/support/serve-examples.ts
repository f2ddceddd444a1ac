import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveSite } from "../../loaders/cli/serve.ts";
import { packageRoot } from "../../loaders/publish/paths.ts";
import { publish } from "../../loaders/publish/publish.ts";
import { examplesEdition } from "./examples-edition.ts";

// Shows the components with examples, for developers: npm run examples
const place = join(mkdtempSync(join(tmpdir(), "examples-")), "dist");
await publish(join(packageRoot, "data", "college"), [], [await examplesEdition()], place, (step) =>
  process.stderr.write(`${step}\n`),
);
serveSite(() => join(place, "examples")).server.listen(3001, "127.0.0.1", () =>
  process.stderr.write("The examples are on http://127.0.0.1:3001/. Stop with Ctrl+C.\n"),
);
