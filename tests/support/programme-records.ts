import { type Evaluation, evaluate } from "../../loaders/evaluation/evaluate.ts";
import { type Extract, extract } from "../../loaders/extract/extract.ts";
import { loadSettings, type Programme } from "../../loaders/programme/load-settings.ts";
import { buildWarehouse } from "../../loaders/warehouse/build-warehouse.ts";
import type { Warehouse } from "../../loaders/warehouse/warehouse.ts";

/** A programme folder read and evaluated, without the command line. */
export async function evaluateFolder(
  folder: string,
): Promise<{ programme: Programme; extract: Extract; warehouse: Warehouse; evaluation: Evaluation }> {
  const programme = loadSettings(folder);
  const read = extract(programme);
  const warehouse = await buildWarehouse(programme, read);
  return { programme, extract: read, warehouse, evaluation: await evaluate(programme, read, warehouse) };
}
