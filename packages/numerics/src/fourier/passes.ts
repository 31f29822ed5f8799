/** Complex numbers as two arrays. */
export interface ComplexArrays {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

/** Where a pass of radix r stands in a transform. */
export interface Stage {
  readonly radix: number;
  /** Length of the transforms that are left after this pass. */
  readonly part: number;
  /** Neighbouring numbers that are treated alike. */
  readonly stride: number;
  /** e^(−2πi pq/(radix · part)), p < part, q < radix. */
  readonly turn: Float64Array;
  /** e^(−2πi q/radix), q < radix. */
  readonly root: Float64Array;
}

/**
 * One pass: for each p < part and each s < stride, the r numbers at s + stride·(p + q·part) are
 * transformed, turned by e^(−2πi pq/(r·part)) and written to s + stride·(r·p + q).
 */
export type Pass = (from: ComplexArrays, to: ComplexArrays, stage: Stage) => void;

export const twofoldPass: Pass = (from, to, { part, stride, turn }) => {
  const { real: a, imaginary: b } = from;
  const { real: x, imaginary: y } = to;
  for (let p = 0; p < part; p++) {
    const [c, s] = [turn[4 * p + 2], turn[4 * p + 3]];
    const second = stride * part;
    const [start, end, shift] = [stride * p, stride * (p + 1), stride * p];
    for (let i = start; i < end; i++) {
      const o = i + shift;
      const [re, im] = [a[i] - a[i + second], b[i] - b[i + second]];
      x[o] = a[i] + a[i + second];
      y[o] = b[i] + b[i + second];
      x[o + stride] = re * c - im * s;
      y[o + stride] = re * s + im * c;
    }
  }
};

export const fourfoldPass: Pass = (from, to, { part, stride, turn }) => {
  const { real: a, imaginary: b } = from;
  const { real: x, imaginary: y } = to;
  const [i1, i2, i3] = [stride * part, 2 * stride * part, 3 * stride * part];
  const [o1, o2, o3] = [stride, 2 * stride, 3 * stride];
  for (let p = 0; p < part; p++) {
    const t = 8 * p;
    const [c1, s1, c2, s2] = [turn[t + 2], turn[t + 3], turn[t + 4], turn[t + 5]];
    const [c3, s3] = [turn[t + 6], turn[t + 7]];
    const [start, end, shift] = [stride * p, stride * (p + 1), 3 * stride * p];
    for (let i = start; i < end; i++) {
      const o = i + shift;
      const sumRe = a[i] + a[i + i2];
      const sumIm = b[i] + b[i + i2];
      const differenceRe = a[i] - a[i + i2];
      const differenceIm = b[i] - b[i + i2];
      const otherRe = a[i + i1] + a[i + i3];
      const otherIm = b[i + i1] + b[i + i3];
      const turnedRe = b[i + i1] - b[i + i3];
      const turnedIm = a[i + i3] - a[i + i1];
      x[o] = sumRe + otherRe;
      y[o] = sumIm + otherIm;
      const re1 = differenceRe + turnedRe;
      const im1 = differenceIm + turnedIm;
      x[o + o1] = re1 * c1 - im1 * s1;
      y[o + o1] = re1 * s1 + im1 * c1;
      const re2 = sumRe - otherRe;
      const im2 = sumIm - otherIm;
      x[o + o2] = re2 * c2 - im2 * s2;
      y[o + o2] = re2 * s2 + im2 * c2;
      const re3 = differenceRe - turnedRe;
      const im3 = differenceIm - turnedIm;
      x[o + o3] = re3 * c3 - im3 * s3;
      y[o + o3] = re3 * s3 + im3 * c3;
    }
  }
};

const [C1, S1] = [Math.cos((2 * Math.PI) / 5), Math.sin((2 * Math.PI) / 5)];
const [C2, S2] = [Math.cos((4 * Math.PI) / 5), Math.sin((4 * Math.PI) / 5)];

export const fivefoldPass: Pass = (from, to, { part, stride, turn }) => {
  const { real: a, imaginary: b } = from;
  const { real: x, imaginary: y } = to;
  const step = stride * part;
  for (let p = 0; p < part; p++) {
    const t = 10 * p;
    const [c1, s1, c2, s2] = [turn[t + 2], turn[t + 3], turn[t + 4], turn[t + 5]];
    const [c3, s3, c4, s4] = [turn[t + 6], turn[t + 7], turn[t + 8], turn[t + 9]];
    const [start, end, shift] = [stride * p, stride * (p + 1), 4 * stride * p];
    for (let i = start; i < end; i++) {
      const o = i + shift;
      const [a0, b0] = [a[i], b[i]];
      const sum1Re = a[i + step] + a[i + 4 * step];
      const sum1Im = b[i + step] + b[i + 4 * step];
      const gap1Re = a[i + step] - a[i + 4 * step];
      const gap1Im = b[i + step] - b[i + 4 * step];
      const sum2Re = a[i + 2 * step] + a[i + 3 * step];
      const sum2Im = b[i + 2 * step] + b[i + 3 * step];
      const gap2Re = a[i + 2 * step] - a[i + 3 * step];
      const gap2Im = b[i + 2 * step] - b[i + 3 * step];
      x[o] = a0 + sum1Re + sum2Re;
      y[o] = b0 + sum1Im + sum2Im;
      const even1Re = a0 + C1 * sum1Re + C2 * sum2Re;
      const even1Im = b0 + C1 * sum1Im + C2 * sum2Im;
      const odd1Re = S1 * gap1Im + S2 * gap2Im;
      const odd1Im = -S1 * gap1Re - S2 * gap2Re;
      const even2Re = a0 + C2 * sum1Re + C1 * sum2Re;
      const even2Im = b0 + C2 * sum1Im + C1 * sum2Im;
      const odd2Re = S2 * gap1Im - S1 * gap2Im;
      const odd2Im = -S2 * gap1Re + S1 * gap2Re;
      const re1 = even1Re + odd1Re;
      const im1 = even1Im + odd1Im;
      x[o + stride] = re1 * c1 - im1 * s1;
      y[o + stride] = re1 * s1 + im1 * c1;
      const re2 = even2Re + odd2Re;
      const im2 = even2Im + odd2Im;
      x[o + 2 * stride] = re2 * c2 - im2 * s2;
      y[o + 2 * stride] = re2 * s2 + im2 * c2;
      const re3 = even2Re - odd2Re;
      const im3 = even2Im - odd2Im;
      x[o + 3 * stride] = re3 * c3 - im3 * s3;
      y[o + 3 * stride] = re3 * s3 + im3 * c3;
      const re4 = even1Re - odd1Re;
      const im4 = even1Im - odd1Im;
      x[o + 4 * stride] = re4 * c4 - im4 * s4;
      y[o + 4 * stride] = re4 * s4 + im4 * c4;
    }
  }
};

/** Any radix, r² operations for r numbers. */
export const genericPass: Pass = (from, to, { radix, part, stride, turn, root }) => {
  const { real: a, imaginary: b } = from;
  const { real: x, imaginary: y } = to;
  for (let p = 0; p < part; p++) {
    for (let q = 0; q < radix; q++) {
      const [c, s] = [turn[2 * (p * radix + q)], turn[2 * (p * radix + q) + 1]];
      for (let lane = 0; lane < stride; lane++) {
        let [re, im] = [0, 0];
        for (let j = 0; j < radix; j++) {
          const i = lane + stride * (p + j * part);
          const k = 2 * ((j * q) % radix);
          re += a[i] * root[k] - b[i] * root[k + 1];
          im += a[i] * root[k + 1] + b[i] * root[k];
        }
        const o = lane + stride * (radix * p + q);
        x[o] = re * c - im * s;
        y[o] = re * s + im * c;
      }
    }
  }
};
