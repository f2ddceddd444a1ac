import type { Page } from "playwright-core";
import type { Loaded } from "../../loaders/evaluation/loaded.ts";

/** A programme whose pages are open to a browser, and what its folder holds. */
export interface ShownProgramme {
  /** Opens a page of the leaders' edition and hands it to the check. */
  open: (name: string, check: (page: Page) => Promise<void>, options?: object) => Promise<void>;
  /** To be asked within a test. */
  loaded: () => Loaded;
}
