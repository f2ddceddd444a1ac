import type { Reporter, TestCase, TestModule } from "vitest/node";

/** Prints, after a run, how many tests of each kind passed, failed and were skipped, names what was skipped, and what tests report. */
export default class CountsByKind implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const kinds = new Map<string, Record<string, number>>();
    const skipped = new Map<string, number>();
    const reports: string[] = [];
    for (const module of modules) {
      const counts = kinds.get(module.project.name) ?? { passed: 0, failed: 0, skipped: 0 };
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        counts[state]! += 1;
        reports.push(...(test.meta().report ?? []));
        if (state === "skipped") skipped.set(groupOf(test), (skipped.get(groupOf(test)) ?? 0) + 1);
      }
      kinds.set(module.project.name, counts);
    }
    const lines = [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, counts]) => line(kind, counts));
    process.stdout.write(`\nTests by kind\n${lines.join("\n")}\n`);
    if (reports.length > 0) process.stdout.write(`${reports.join("\n")}\n`);
    for (const [name, count] of skipped) process.stdout.write(`  skipped: ${name} (${count})\n`);
  }
}

function line(kind: string, { passed, failed, skipped }: Record<string, number>): string {
  const others = [failed ? `${failed} failed` : "", skipped ? `${skipped} skipped` : ""].filter(Boolean);
  return `  ${kind}: ${[`${passed} passed`, ...others].join(", ")}`;
}

/** The outermost describe a test stands in, or its own name. */
function groupOf(test: TestCase): string {
  let name = test.name;
  for (let parent = test.parent; parent.type === "suite"; parent = parent.parent) name = parent.name;
  return name;
}
