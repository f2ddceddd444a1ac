/** One audience's site before it is built: which pages, and all the data they may see. */
export interface Edition {
  /** Folder under --out, and under src for its pages. */
  name: string;
  title: string;
  institution: string;
  pages: { name: string; path: string }[];
  /** File name under data/ -> what it holds, written as JSON. */
  data: Record<string, unknown>;
}
