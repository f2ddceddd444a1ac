import { readFileSync } from "node:fs";

type Leaf = string | number | boolean | null;
type Tree = Leaf | Tree[] | { [key: string]: Tree };
type Pair = [number, number];

/** The inputs of statistics.json: what the tests reckon from. The values to compare with are asked for by path. */
interface Inputs {
  paired: Record<string, { n: number; before: number[]; after: number[]; t_test?: object; g_pre?: object }>;
  two_group: Record<
    string,
    {
      mentee: { before: number[]; after: number[] };
      comparison: { before: number[]; after: number[] };
      post: { mann_whitney: object };
      gain: { mann_whitney: object };
      baseline: { wwc_category: string };
    }
  >;
  clustered: Record<
    string,
    {
      students: number;
      student_level: { mean_of_student_means: number; sd: number };
      rows_used?: { id: number[]; pre: number[]; post: number[] };
    }
  >;
  multiplicity: { p: number | number[] }[];
  wilson: { x: number; n: number }[];
  newcombe_paired_mcnemar: {
    a_both: number;
    b_first_only: number;
    c_second_only: number;
    d_neither: number;
    diff_first_minus_second: number;
    newcombe_paired95: Pair;
  }[];
  newcombe_independent: { x1: number; n1: number; x2: number; n2: number }[];
  regression_to_mean_barnett: { rho: number; mu: number; sigma: number; cut_below: number }[];
  wwc_attrition_boundary: { overall_pct: number[] };
  dose: { n8: { dose: number[]; gain: number[] } };
  matching: { std_mean_diff_before: object; std_mean_diff_after: object };
  planning: { n: number; mdes_paired_dz_80: number; mdes_vs_equal_comparison_80: number }[];
}

const file = readFileSync(new URL("statistics.json", import.meta.url), "utf8");

/** Values computed with R and recomputed independently. */
export const golden: Inputs = JSON.parse(file);
const tree: Tree = JSON.parse(file);

/** The value that statistics.json holds under a path such as "paired.cohort_n12.sign_test.p_two". */
export function valueAt(path: string): Tree {
  let value: Tree | undefined = tree;
  for (const key of path.split("."))
    value = typeof value === "object" && value !== null ? (value as Record<string, Tree>)[key] : undefined;
  if (value === undefined) throw new Error(`The file statistics.json holds nothing under "${path}".`);
  return value;
}

/** The path of every value below a path. */
export function leavesOf(value: Tree = tree, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, path ? `${path}.${key}` : key));
}
