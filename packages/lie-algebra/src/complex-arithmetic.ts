import type { Complex } from '@noether/numerics';

export function times(a: Complex, b: Complex): Complex {
  return { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re };
}

export function plus(a: Complex, b: Complex): Complex {
  return { re: a.re + b.re, im: a.im + b.im };
}

export function over(a: Complex, b: Complex): Complex {
  const square = b.re * b.re + b.im * b.im;
  return { re: (a.re * b.re + a.im * b.im) / square, im: (a.im * b.re - a.re * b.im) / square };
}

/** The square root with a real part of at least 0. */
export function squareRoot({ re, im }: Complex): Complex {
  const size = Math.hypot(re, im);
  if (size === 0) return { re: 0, im: 0 };
  if (re >= 0) {
    const root = Math.sqrt((size + re) / 2);
    return { re: root, im: im / (2 * root) };
  }
  const root = Math.sqrt((size - re) / 2);
  return { re: Math.abs(im) / (2 * root), im: im < 0 ? -root : root };
}

/** log(1 + z), without loss of digits for small z. */
export function logOnePlus({ re, im }: Complex): Complex {
  return { re: Math.log1p(2 * re + re * re + im * im) / 2, im: Math.atan2(im, 1 + re) };
}
