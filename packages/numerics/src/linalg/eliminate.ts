/**
 * Replaces the upper triangular `triangle` (row-major n × n) by the R factor of itself stacked on a
 * block, which is destroyed. Column j of the block starts at j·stride and has `height` entries. Each
 * reflection I − 2vvᵀ/vᵀv touches one row of the triangle and the block, so zeros stay zeros.
 */
export function eliminate(
  triangle: Float64Array,
  block: Float64Array,
  n: number,
  stride: number,
  height: number,
): void {
  if (height === 0) return;
  for (let pivot = 0; pivot < n; pivot++) {
    const start = pivot * stride;
    let square = 0;
    for (let index = start; index < start + height; index++) square += block[index] * block[index];
    if (square === 0) continue;
    const alpha = triangle[pivot * n + pivot];
    const norm = Math.sqrt(alpha * alpha + square);
    const beta = alpha > 0 ? -norm : norm;
    const head = alpha - beta;
    triangle[pivot * n + pivot] = beta;
    const factor = -1 / (beta * head);
    const row = pivot * n;
    let column = pivot + 1;
    for (; column + 1 < n; column += 2) {
      reflectPair(
        triangle,
        block,
        row + column,
        start,
        column * stride,
        stride,
        height,
        head,
        factor,
      );
    }
    if (column < n) {
      reflect(triangle, block, row + column, start, column * stride, height, head, factor);
    }
  }
}

function reflect(
  triangle: Float64Array,
  block: Float64Array,
  entry: number,
  vector: number,
  column: number,
  height: number,
  head: number,
  factor: number,
): void {
  let product = head * triangle[entry];
  for (let index = 0; index < height; index++)
    product += block[vector + index] * block[column + index];
  const amount = product * factor;
  triangle[entry] -= amount * head;
  for (let index = 0; index < height; index++)
    block[column + index] -= amount * block[vector + index];
}

/** Two columns at a time: the reflection vector is read half as often. */
function reflectPair(
  triangle: Float64Array,
  block: Float64Array,
  entry: number,
  vector: number,
  column: number,
  stride: number,
  height: number,
  head: number,
  factor: number,
): void {
  const next = column + stride;
  let first = head * triangle[entry];
  let second = head * triangle[entry + 1];
  for (let index = 0; index < height; index++) {
    const reflector = block[vector + index];
    first += reflector * block[column + index];
    second += reflector * block[next + index];
  }
  first *= factor;
  second *= factor;
  triangle[entry] -= first * head;
  triangle[entry + 1] -= second * head;
  for (let index = 0; index < height; index++) {
    const reflector = block[vector + index];
    block[column + index] -= first * reflector;
    block[next + index] -= second * reflector;
  }
}
