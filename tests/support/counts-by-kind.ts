import type { Reporter, TestModule } from "vitest/node";

/** Prints, after a run, how many tests of each kind passed, failed and were skipped. */
export default class CountsByKind implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const kinds = new Map<string, Record<string, number>>();
    for (const module of modules) {
      const counts = kinds.get(module.project.name) ?? { passed: 0, failed: 0, skipped: 0 };
      for (const test of module.children.allTests()) counts[test.result().state]! += 1;
      kinds.set(module.project.name, counts);
    }
    const lines = [...kinds]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, { passed, failed, skipped }]) => {
        const others = [failed ? `${failed} failed` : "", skipped ? `${skipped} skipped` : ""].filter(
          Boolean,
        );
        return `  ${kind}: ${[`${passed} passed`, ...others].join(", ")}`;
      });
    process.stdout.write(`\nTests by kind\n${lines.join("\n")}\n`);
  }
}
