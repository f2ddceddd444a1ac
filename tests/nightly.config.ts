/** The property tests of the reader with ten times as many damaged files: `npm run test:nightly`. */
process.env.MUTATIONS = "20000";

export { default } from "../vitest.config.ts";
