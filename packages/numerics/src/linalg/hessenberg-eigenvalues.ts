import type { Complex } from './complex.js';

/**
 * The eigenvalues of an upper Hessenberg matrix, which is overwritten, by Francis' double QR step
 * (Wilkinson and Reinsch 1971, procedure hqr, with its exceptional shifts). A subdiagonal entry counts
 * as zero when it is below rounding of its neighbours on the diagonal or, once ten steps did not do, of
 * the whole matrix: skew-symmetric matrices have nothing on the diagonal to compare with.
 * @throws RangeError when 60 steps for one eigenvalue are not enough
 */
export function hessenbergEigenvalues(a: Float64Array, n: number): Complex[] {
  const norm = a.reduce((sum, entry) => sum + Math.abs(entry), 0);
  const found: Complex[] = [];
  let last = n - 1;
  let shifted = 0;
  let steps = 0;
  while (last >= 0) {
    const start = splitRow(a, n, last, steps > 10 ? norm : 0, norm);
    const corner = a[last * n + last];
    if (start === last) {
      found.push({ re: corner + shifted, im: 0 });
      last--;
      steps = 0;
      continue;
    }
    const before = a[(last - 1) * n + last - 1];
    const product = a[last * n + last - 1] * a[(last - 1) * n + last];
    if (start === last - 1) {
      found.push(...pair(before + shifted, corner + shifted, product));
      last -= 2;
      steps = 0;
      continue;
    }
    if (steps === 60) throw new RangeError('The QR iteration for eigenvalues did not converge.');
    let shift: Shift = { x: corner, y: before, w: product };
    if (steps % 10 === 9) {
      shifted += corner;
      for (let index = 0; index <= last; index++) a[index * (n + 1)] -= corner;
      const size =
        Math.abs(a[last * n + last - 1]) + Math.abs(a[(last - 1) * n + Math.max(last - 2, 0)]);
      shift = { x: 0.75 * size, y: 0.75 * size, w: -0.4375 * size * size };
    }
    steps++;
    doubleStep(a, n, start, last, shift);
  }
  return found;
}

interface Shift {
  readonly x: number;
  readonly y: number;
  readonly w: number;
}

/** The first row of the last block that a subdiagonal of zero separates from the rest. */
function splitRow(a: Float64Array, n: number, last: number, floor: number, norm: number): number {
  for (let row = last; row >= 1; row--) {
    const near = Math.abs(a[(row - 1) * (n + 1)]) + Math.abs(a[row * (n + 1)]);
    const limit = 2 ** -52 * Math.max(near === 0 ? norm : near, floor);
    if (Math.abs(a[row * n + row - 1]) <= limit) {
      a[row * n + row - 1] = 0;
      return row;
    }
  }
  return 0;
}

/** The eigenvalues of [[y, b], [c, x]] with bc = w. */
function pair(y: number, x: number, w: number): Complex[] {
  const p = (y - x) / 2;
  const q = p * p + w;
  const root = Math.sqrt(Math.abs(q));
  if (q < 0) {
    return [
      { re: x + p, im: root },
      { re: x + p, im: -root },
    ];
  }
  const z = p + (p >= 0 ? root : -root);
  const first = { re: x + z, im: 0 };
  return [first, z === 0 ? first : { re: x - w / z, im: 0 }];
}

/** One double QR step on rows and columns start … last. */
function doubleStep(a: Float64Array, n: number, start: number, last: number, shift: Shift): void {
  const at = (row: number, column: number): number => a[row * n + column];
  let m = last - 2;
  let [p, q, r] = [0, 0, 0];
  for (; m >= start; m--) {
    const z = at(m, m);
    const [dx, dy] = [shift.x - z, shift.y - z];
    p = (dx * dy - shift.w) / at(m + 1, m) + at(m, m + 1);
    q = at(m + 1, m + 1) - z - dx - dy;
    r = at(m + 2, m + 1);
    const size = Math.abs(p) + Math.abs(q) + Math.abs(r);
    [p, q, r] = [p / size, q / size, r / size];
    if (m === start) break;
    const left = Math.abs(at(m, m - 1)) * (Math.abs(q) + Math.abs(r));
    const right =
      Math.abs(p) * (Math.abs(at(m - 1, m - 1)) + Math.abs(z) + Math.abs(at(m + 1, m + 1)));
    if (left <= 2 ** -52 * right) break;
  }
  for (let row = m + 2; row <= last; row++) {
    a[row * n + row - 2] = 0;
    if (row !== m + 2) a[row * n + row - 3] = 0;
  }
  for (let k = m; k < last; k++) {
    let size = 1;
    if (k !== m) {
      [p, q, r] = [at(k, k - 1), at(k + 1, k - 1), k + 1 === last ? 0 : at(k + 2, k - 1)];
      size = Math.abs(p) + Math.abs(q) + Math.abs(r);
      if (size === 0) continue;
      [p, q, r] = [p / size, q / size, r / size];
    }
    const s = Math.sign(p || 1) * Math.sqrt(p * p + q * q + r * r);
    if (k !== m) a[k * n + k - 1] = -s * size;
    else if (start !== m) a[k * n + k - 1] = -at(k, k - 1);
    reflect(a, n, { k, start, last, p: p + s, q, r, s });
  }
}

interface Reflection {
  readonly k: number;
  readonly start: number;
  readonly last: number;
  readonly p: number;
  readonly q: number;
  readonly r: number;
  readonly s: number;
}

/** A Householder reflection of rows and then columns k, k + 1 and, inside the block, k + 2. */
function reflect(a: Float64Array, n: number, { k, start, last, p, q, r, s }: Reflection): void {
  const three = k + 1 !== last;
  const [x, y, z] = [p / s, q / s, r / s];
  const [v, w] = [q / p, r / p];
  for (let column = k; column <= last; column++) {
    const top = k * n + column;
    const sum = a[top] + v * a[top + n] + (three ? w * a[top + 2 * n] : 0);
    if (three) a[top + 2 * n] -= sum * z;
    a[top + n] -= sum * y;
    a[top] -= sum * x;
  }
  const lowest = Math.min(last, k + 3);
  for (let row = start; row <= lowest; row++) {
    const left = row * n + k;
    const sum = x * a[left] + y * a[left + 1] + (three ? z * a[left + 2] : 0);
    if (three) a[left + 2] -= sum * w;
    a[left + 1] -= sum * v;
    a[left] -= sum;
  }
}
