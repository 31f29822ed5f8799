import type { Complex } from '@noether/numerics';
import { logOnePlus, over, plus, squareRoot, times } from './complex-arithmetic.js';

/** A complex 2 × 2 matrix as its parts s₀I + s₁σ₁ + s₂σ₂ + s₃σ₃ of the Pauli matrices. */
type Spinor = readonly [Complex, Complex, Complex, Complex];

/** One half of an element, kept between the calls so that a batch allocates nothing. */
const re = new Float64Array(4);
const im = new Float64Array(4);

/**
 * Writes Λ = exp(a·J + b·K) for the coefficients (a, b) from `from` on, by the SL(2, ℂ) element
 * S = exp((b − ia)·σ/2) = cosh s I + (sinh s/s)(b − ia)·σ/2, s² = (b − ia)²/4, and
 * Λ(x)·σ = S (x·σ) S† (Penrose and Rindler, Spinors and Space-Time 1, 1984, §1.2).
 */
export function spinorExpInto(
  elements: Float64Array,
  at: number,
  w: Float64Array,
  from: number,
): void {
  let x = 0;
  let y = 0;
  for (let axis = 0; axis < 3; axis++) {
    const [a, b] = [w[from + axis] / 2, w[from + 3 + axis] / 2];
    x += b * b - a * a;
    y -= 2 * a * b;
  }
  const size = Math.sqrt(x * x + y * y);
  const p = Math.sqrt((size + Math.abs(x)) / 2);
  const q = p === 0 ? 0 : Math.abs(y) / (2 * p);
  const u = x >= 0 ? p : q;
  const v = (x >= 0 ? q : p) * (y < 0 ? -1 : 1);
  const [cosh, sinh, cos, sin] = [Math.cosh(u), Math.sinh(u), Math.cos(v), Math.sin(v)];
  re[0] = cosh * cos;
  im[0] = sinh * sin;
  const ratioRe = size === 0 ? 1 : (sinh * cos * u + cosh * sin * v) / size;
  const ratioIm = size === 0 ? 0 : (cosh * sin * u - sinh * cos * v) / size;
  for (let axis = 0; axis < 3; axis++) {
    const [a, b] = [w[from + axis] / 2, w[from + 3 + axis] / 2];
    re[axis + 1] = ratioRe * b + ratioIm * a;
    im[axis + 1] = ratioIm * b - ratioRe * a;
  }
  adjointActionInto(elements, at);
}

/** Λ from the parts of S in `re` and `im`. */
function adjointActionInto(elements: Float64Array, at: number): void {
  const dot = (i: number, j: number): number => re[i] * re[j] + im[i] * im[j];
  const cross = (i: number, j: number): number => re[i] * im[j] - im[i] * re[j];
  const [s0, s1, s2, s3] = [dot(0, 0), dot(1, 1), dot(2, 2), dot(3, 3)];
  elements[at] = s0 + s1 + s2 + s3;
  for (let i = 1; i <= 3; i++) {
    const [j, k] = [(i % 3) + 1, ((i + 1) % 3) + 1];
    elements[at + i] = 2 * (dot(0, i) - cross(j, k));
    elements[at + 4 * i] = 2 * (dot(0, i) + cross(j, k));
    elements[at + 5 * i] = s0 + 2 * dot(i, i) - (s1 + s2 + s3);
    elements[at + 4 * i + j] = 2 * (dot(i, j) + cross(0, k));
    elements[at + 4 * i + k] = 2 * (dot(i, k) - cross(0, j));
  }
}

/**
 * The coefficients (a, b) of the principal logarithm of a proper orthochronous Lorentz matrix, by
 * S ∝ Σ Λ^μ_ν σ_μ B σ_ν for that B among I, σ₁, σ₂, σ₃ that makes it largest.
 */
export function spinorLog(element: Float64Array): Float64Array {
  const [c, s1, s2, s3] = spinorOf(element);
  const square = plus(plus(times(s1, s1), times(s2, s2)), times(s3, s3));
  const sinh = squareRoot(square);
  const less = plus(sinh, over(square, plus(c, { re: 1, im: 0 })));
  const isZero = sinh.re === 0 && sinh.im === 0;
  const ratio = isZero ? { re: 1, im: 0 } : over(logOnePlus(less), sinh);
  const parts = [s1, s2, s3].map((part) => times(ratio, part));
  return Float64Array.of(...parts.map((part) => -2 * part.im), ...parts.map((part) => 2 * part.re));
}

function spinorOf(element: Float64Array): Spinor {
  let best: Spinor | undefined;
  let largest = 0;
  let square: Complex = { re: 1, im: 0 };
  for (let middle = 0; middle < 4; middle++) {
    const sum = sandwich(element, middle);
    const [a, b, c, d] = sum.map((part) => times(part, part));
    const determinant = plus(a, times({ re: -1, im: 0 }, plus(plus(b, c), d)));
    const size = Math.hypot(determinant.re, determinant.im);
    if (size > largest) [best, largest, square] = [sum, size, determinant];
  }
  if (!best) throw new RangeError('The matrix is no Lorentz transformation: it has no spinor.');
  const scale = squareRoot(square);
  const [c, x, y, z] = best.map((part) => over(part, scale));
  const minus = (part: Complex): Complex => ({ re: -part.re, im: -part.im });
  return c.re < 0 ? [minus(c), minus(x), minus(y), minus(z)] : [c, x, y, z];
}

/** Σ Λ^μ_ν σ_μ σ_middle σ_ν. */
function sandwich(element: Float64Array, middle: number): Spinor {
  const sum = [0, 1, 2, 3].map(() => ({ re: 0, im: 0 }));
  for (let mu = 0; mu < 4; mu++) {
    for (let nu = 0; nu < 4; nu++) {
      const first = pauliProduct(mu, middle);
      const second = pauliProduct(first.index, nu);
      const phase = times(first.phase, second.phase);
      sum[second.index].re += element[4 * mu + nu] * phase.re;
      sum[second.index].im += element[4 * mu + nu] * phase.im;
    }
  }
  return [sum[0], sum[1], sum[2], sum[3]];
}

/** σᵢσⱼ = phase · σ_index. */
function pauliProduct(i: number, j: number): { index: number; phase: Complex } {
  if (i === 0 || j === 0) return { index: i + j, phase: { re: 1, im: 0 } };
  if (i === j) return { index: 0, phase: { re: 1, im: 0 } };
  return { index: 6 - i - j, phase: { re: 0, im: (j - i + 3) % 3 === 1 ? 1 : -1 } };
}
