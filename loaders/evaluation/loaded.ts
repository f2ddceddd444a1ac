import type { Extract } from "../extract/extract.ts";
import type { Programme } from "../programme/load-settings.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";
import type { Evaluation } from "./evaluate.ts";

/** A programme folder read and evaluated. */
export interface Loaded {
  programme: Programme;
  extract: Extract;
  warehouse: Warehouse;
  evaluation: Evaluation;
}
