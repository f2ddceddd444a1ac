import { defineConfig } from "vitest/config";

const kind = (name: string, extra: object = {}) => ({
  test: { name, include: [`tests/${name}/**/*.test.ts`], ...extra },
});

// One project a kind of test, so that the counts are printed by kind and one kind can be run alone.
export default defineConfig({
  test: {
    reporters: ["default", "./tests/support/counts-by-kind.ts"],
    projects: [
      kind("unit", { testTimeout: 60_000 }),
      kind("property", { testTimeout: 120_000, hookTimeout: 120_000 }),
      kind("golden"),
      kind("pipeline", { testTimeout: 120_000, hookTimeout: 300_000 }),
      kind("browser", { testTimeout: 120_000, hookTimeout: 600_000, fileParallelism: false }),
    ],
  },
});
