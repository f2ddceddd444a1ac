import type { TellingColumns } from "../telling-columns.ts";
import type { LinePlan } from "./line-plan.ts";
import { irregular } from "./memo-codes.ts";
import type { BulkPlan } from "./scan-lines.ts";

/** A plan that also notes what the watched columns of each line hold. */
export function watching(plan: LinePlan, reads: BulkPlan, telling: TellingColumns | null): BulkPlan {
  if (telling === null) return reads;
  const memos = telling.watched.map((column) => ({
    index: column.index,
    memo: plan.memo(column.index, (text) => column.codeOf(text)),
  }));
  const codes = memos.map(() => 0);
  return {
    ...reads,
    row(cells, line) {
      for (let i = 0; i < memos.length; i++) {
        const { index, memo } = memos[i]!;
        codes[i] = memo.codeOf(cells[index]!);
        if (codes[i] === irregular) return false;
      }
      if (!reads.row(cells, line)) return false;
      telling.note(line, codes);
      return true;
    },
  };
}
