import { Matrix, QrDecomposition } from "ml-matrix";

/** A linear model fitted by least squares. */
export interface LeastSquares {
  coefficients: number[];
  residuals: number[];
  /** Of each row, its weight in its own fitted value, 0 to 1. */
  leverages: number[];
  /** Of each row, by how much one unit of its response moves each coefficient. */
  influence: number[][];
}

/** A column whose part that the columns before it do not explain is smaller than this share of it is none of its own. */
const tolerance = 1e-9;

/**
 * Ordinary least squares by a QR decomposition. Null where there are not more rows than columns, or where one column
 * follows from the others (a covariate that everybody shares, or that says the same as another).
 * Source: Golub and Van Loan (2013), Matrix Computations, 4th ed., section 5.3.
 *
 * @param design One row a student, the column of ones included.
 * @throws RangeError where the rows differ in length, or the response has not one value a row.
 * @example leastSquares([[1, 0], [1, 1], [1, 2]], [1, 2, 4]).coefficients // => [0.8333333333333333, 1.5]
 */
export function leastSquares(
  design: readonly (readonly number[])[],
  response: readonly number[],
): LeastSquares | null {
  const width = design[0]?.length ?? 0;
  if (design.length !== response.length || design.some((row) => row.length !== width))
    throw new RangeError(
      `The argument design has ${design.length} rows of ${width} numbers and response has ${response.length}; give one row of equal length and one response a student.`,
    );
  if (design.length <= width) return null;
  const x = new Matrix(design.map((row) => [...row]));
  const qr = new QrDecomposition(x);
  const [q, r] = [qr.orthogonalMatrix, qr.upperTriangularMatrix];
  for (let column = 0; column < width; column++) {
    const length = x.getColumnVector(column).norm();
    if (!(Math.abs(r.get(column, column)) > tolerance * length)) return null;
  }
  const influence = design.map((_, row) => backSolve(r, q.getRow(row).slice(0, width)));
  const coefficients = Array.from({ length: width }, (_, column) =>
    influence.reduce((sum, weights, row) => sum + weights[column]! * response[row]!, 0),
  );
  return {
    coefficients,
    residuals: design.map((row, i) => response[i]! - dot(row, coefficients)),
    leverages: design.map((_, row) => dot(q.getRow(row).slice(0, width), q.getRow(row).slice(0, width))),
    influence,
  };
}

/** Solves r z = b for an upper triangular r. */
function backSolve(r: Matrix, b: readonly number[]): number[] {
  const z = [...b];
  for (let i = z.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < z.length; j++) z[i]! -= r.get(i, j) * z[j]!;
    z[i]! /= r.get(i, i);
  }
  return z;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
