/**
 * Brings a row-major n × n matrix to upper Hessenberg form in place, by elementary similarity
 * transformations with pivoting (Wilkinson and Reinsch, Handbook for Automatic Computation II, 1971,
 * procedure elmhes); entries below the subdiagonal are set to 0.
 */
export function reduceToHessenberg(a: Float64Array, n: number): void {
  for (let m = 1; m < n - 1; m++) {
    let pivot = m;
    for (let row = m; row < n; row++) {
      if (Math.abs(a[row * n + m - 1]) > Math.abs(a[pivot * n + m - 1])) pivot = row;
    }
    if (a[pivot * n + m - 1] === 0) continue;
    if (pivot !== m) exchange(a, n, pivot, m);
    for (let row = m + 1; row < n; row++) {
      const factor = a[row * n + m - 1] / a[m * n + m - 1];
      a[row * n + m - 1] = 0;
      if (factor === 0) continue;
      for (let column = m; column < n; column++) {
        a[row * n + column] -= factor * a[m * n + column];
      }
      for (let other = 0; other < n; other++) a[other * n + m] += factor * a[other * n + row];
    }
  }
}

/** Exchanges two rows and the same two columns. */
function exchange(a: Float64Array, n: number, first: number, second: number): void {
  for (let index = 0; index < n; index++) {
    const row = a[first * n + index];
    a[first * n + index] = a[second * n + index];
    a[second * n + index] = row;
  }
  for (let index = 0; index < n; index++) {
    const column = a[index * n + first];
    a[index * n + first] = a[index * n + second];
    a[index * n + second] = column;
  }
}
