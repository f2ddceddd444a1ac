/** A page of an edition. */
export interface EditionPage {
  name: string;
  /** As in Framework's pages: "/index" or "/at-risk". */
  path: string;
  /** The heading under which the navigation shows it; none for the start page. */
  group?: string;
}

/** One audience's site before it is built: which pages, and all the data they may see. */
export interface Edition {
  /** Folder under --out, and under src for its pages. */
  name: string;
  title: string;
  institution: string;
  pages: readonly EditionPage[];
  /** File name under data/ -> what it holds, written as JSON. */
  data: Record<string, unknown>;
}
