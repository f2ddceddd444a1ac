import type { LeastSquares } from "./least-squares.ts";

/**
 * Standard errors of the coefficients of a least squares fit where the rows come in clusters, such as the two students
 * of a matched pair, whose residuals may go together: the squares of the clusters' summed influences, times
 * G / (G - 1) for the G clusters and (N - 1) / (N - K) for the K coefficients (unit: that of each coefficient). Null of
 * fewer than two clusters.
 * Source: Liang and Zeger (1986), Biometrika 73: 13-22; Cameron and Miller (2015), Journal of Human Resources 50:
 * 317-372 (the factor).
 *
 * @param clusters Of each row, the cluster it belongs to.
 * @throws RangeError where there is not one cluster a row.
 * @example pairClusteredSe(leastSquares([[1, 1], [1, 0], [1, 1], [1, 0], [1, 1], [1, 0]], [3, 1, 4, 4, 5, 3]), [1, 1, 2, 2, 3, 3]) // => [0.9860132971832694, 0.7453559924999299]
 */
export function pairClusteredSe(
  { residuals, influence }: LeastSquares,
  clusters: readonly number[],
): number[] | null {
  if (clusters.length !== residuals.length)
    throw new RangeError(
      `The argument clusters has ${clusters.length} entries for ${residuals.length} rows; give one a row.`,
    );
  const width = influence[0]!.length;
  const sums = new Map(clusters.map((cluster) => [cluster, Array.from({ length: width }, () => 0)]));
  for (const [row, cluster] of clusters.entries())
    for (let column = 0; column < width; column++)
      sums.get(cluster)![column]! += influence[row]![column]! * residuals[row]!;
  const [g, n] = [sums.size, clusters.length];
  if (g < 2) return null;
  const factor = (g / (g - 1)) * ((n - 1) / (n - width));
  return Array.from({ length: width }, (_, column) =>
    Math.sqrt(factor * [...sums.values()].reduce((sum, own) => sum + own[column]! ** 2, 0)),
  );
}
