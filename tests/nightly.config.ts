import { defineConfig, mergeConfig } from "vitest/config";
import everyRun from "../vitest.config.ts";

/** The property tests of the reader with ten times as many damaged files: `npm run test:nightly`. */
export default mergeConfig(everyRun, defineConfig({ test: { root: ".", env: { MUTATIONS: "20000" } } }));
