import { covariance, multiply, symmetricEigen, transpose } from '@noether/numerics';

/** x = centre + directions · diag(scales) · c: coordinates c of unit variance that do not correlate. */
export interface PrincipalCoordinates {
  /** Length D. */
  readonly centre: Float64Array;
  /** Orthonormal columns, row-major D × r. */
  readonly directions: Float64Array;
  /** Standard deviation along each direction, length r, falling. */
  readonly scales: Float64Array;
  /** Share of the variance outside of the directions. */
  readonly unexplained: number;
}

/** Rows that are looked at, at most: with few columns, and with many. */
const [FEW_COLUMNS, MANY_ROWS, FEW_ROWS] = [512, 20_000, 512];

/**
 * The principal components of rows that together leave at most the share `tolerance` of the variance
 * unexplained (from some rows, evenly spread). Data on a curved manifold of few dimensions often lie in
 * a linear subspace of a few more, and whitened coordinates of that are short and well conditioned.
 */
export function principalCoordinates(
  rows: Float64Array,
  dimension: number,
  tolerance: number,
): PrincipalCoordinates {
  const most = dimension <= FEW_COLUMNS ? MANY_ROWS : FEW_ROWS;
  const chosen = evenRows(rows, dimension, most);
  const count = chosen.length / dimension;
  const centre = new Float64Array(dimension);
  chosen.forEach((value, at) => (centre[at % dimension] += value / count));
  const centred = chosen.map((value, at) => value - centre[at % dimension]);
  const { values, vectors } =
    count > dimension ? ofColumns(centred, dimension) : ofRows(centred, dimension);
  const total = values.reduce((sum, value) => sum + Math.max(value, 0), 0);
  let kept = 0;
  let left = total;
  while (kept < values.length && left > tolerance * total) left -= values[kept++];
  const directions = new Float64Array(dimension * kept);
  for (let row = 0; row < dimension; row++) {
    for (let column = 0; column < kept; column++) {
      directions[row * kept + column] = vectors[row * values.length + column];
    }
  }
  const scales = values.slice(0, kept).map(Math.sqrt);
  return { centre, directions, scales, unexplained: Math.max(left, 0) / total };
}

/** diag(scales)⁻¹ directionsᵀ (x − centre) of every row, or without the centre for derivatives. */
export function intoCoordinates(
  rows: Float64Array,
  { centre, directions, scales }: PrincipalCoordinates,
  kind: 'states' | 'derivatives',
): Float32Array {
  const [dimension, kept] = [centre.length, scales.length];
  const count = rows.length / dimension;
  const result = new Float32Array(count * kept);
  const sums = new Float64Array(kept);
  for (let row = 0; row < count; row++) {
    sums.fill(0);
    for (let column = 0; column < dimension; column++) {
      const shift = kind === 'states' ? centre[column] : 0;
      const value = rows[row * dimension + column] - shift;
      for (let at = 0; at < kept; at++) sums[at] += value * directions[column * kept + at];
    }
    for (let at = 0; at < kept; at++) result[row * kept + at] = sums[at] / scales[at];
  }
  return result;
}

interface Spectrum {
  /** Variances, falling. */
  readonly values: Float64Array;
  /** Unit vectors as columns, row-major dimension × values.length. */
  readonly vectors: Float64Array;
}

function ofColumns(centred: Float64Array, dimension: number): Spectrum {
  const { values, vectors } = symmetricEigen(
    covariance(centred, centred.length / dimension, dimension),
    dimension,
  );
  return falling(values, vectors, dimension);
}

/** The same from the products of the rows, of which there are fewer than columns. */
function ofRows(centred: Float64Array, dimension: number): Spectrum {
  const count = centred.length / dimension;
  const across = transpose(centred, count, dimension);
  const products = multiply(centred, across, count, dimension, count);
  const { values, vectors } = symmetricEigen(products, count);
  const sorted = falling(values, vectors, count);
  const columns = multiply(across, sorted.vectors, dimension, count, count);
  for (let column = 0; column < count; column++) {
    const length = Math.sqrt(Math.max(sorted.values[column], 0));
    for (let row = 0; row < dimension; row++) {
      columns[row * count + column] /= length > 0 ? length : 1;
    }
  }
  return { values: sorted.values.map((value) => value / (count - 1)), vectors: columns };
}

/** From ascending order to descending. */
function falling(values: Float64Array, vectors: Float64Array, rows: number): Spectrum {
  const columns = values.length;
  const turned = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      turned[row * columns + column] = vectors[row * columns + columns - 1 - column];
    }
  }
  return { values: values.slice().reverse(), vectors: turned };
}

function evenRows(rows: Float64Array, dimension: number, most: number): Float64Array {
  const count = rows.length / dimension;
  if (count <= most) return rows.slice();
  const chosen = new Float64Array(most * dimension);
  for (let row = 0; row < most; row++) {
    const source = Math.floor((row * count) / most) * dimension;
    chosen.set(rows.subarray(source, source + dimension), row * dimension);
  }
  return chosen;
}
