import { fourierSquare, waveNumbers } from '@noether/numerics';
import { exponentialWeights } from './exponential-weights.js';

/** The λ–ω system on a periodic square. */
export interface SpiralWaveOptions {
  /** Grid points along each side; default 100. */
  readonly size?: number;
  /** Length L of a side; default 20. */
  readonly length?: number;
  /** Diffusion d of both fields; default 0.1. */
  readonly diffusion?: number;
  /** Frequency β of the reaction at amplitude 1; default 1. */
  readonly frequency?: number;
  /** Time between frames; default 0.05. */
  readonly step?: number;
  /** Steps of the integrator between two frames; default 3. */
  readonly substeps?: number;
}

/** The two fields and their time derivatives at one time, row-major [y][x]; views, valid until the next frame. */
export interface SpiralFrame {
  readonly time: number;
  readonly u: Float64Array;
  readonly v: Float64Array;
  readonly uVelocity: Float64Array;
  readonly vVelocity: Float64Array;
}

/**
 * A rotating spiral of the λ–ω reaction–diffusion system, frame by frame from t = 0 without end: with
 * w = u + iv and A = |w|,
 *
 *   w' = (1 − A²) w − iβA² w + d ∇²w,   w(0) = tanh(r) e^(i(θ − r)),
 *
 * on a grid over [−L/2, L/2)², derivatives in Fourier space. Diffusion is integrated exactly, the
 * reaction by the exponential Adams–Bashforth method of order 4 (one pair of transforms a step); up to
 * t = 1, while the seam of the periodic square smooths out, by integrating-factor Runge–Kutta with a
 * quarter of the step. With the defaults the fields are good to 1e-6 at t = 20.
 * Source: K. Champion et al., PNAS 116 (2019) 22445, whose example this is.
 */
export function* spiralWave(options: SpiralWaveOptions = {}): Generator<SpiralFrame, never> {
  const settings = { ...DEFAULTS, ...options };
  const { size, step, substeps } = settings;
  const count = size * size;
  const h = step / substeps;
  const fourier = fourierSquare(size);
  const rates = diffusionRates(settings);
  const { decay, history: weights } = exponentialWeights(rates, h);
  const transient = Math.max(3, Math.ceil(TRANSIENT / h));

  const spectrum = initialSpiral(settings);
  const fields = pair(count);
  const velocity = pair(count);
  const past = [pair(count), pair(count), pair(count), pair(count)];
  copy(spectrum, fields);
  fourier.forward(...spectrum);

  /** N of the fields whose spectrum is given, as a spectrum; leaves the fields in `fields`. */
  const reactionOf = (state: Fields, into: Fields): void => {
    copy(state, fields);
    fourier.inverse(...fields);
    for (const part of fields) scale(part, 1 / count);
    react(fields, into, settings.frequency);
    fourier.forward(...into);
  };
  const begin = beginner(rates, h / 4, reactionOf);

  for (let taken = 0; ; taken++) {
    const newest = past[taken % 4];
    reactionOf(spectrum, newest);
    if (taken % substeps === 0) {
      for (const part of [0, 1] as const) {
        for (let k = 0; k < count; k++) {
          velocity[part][k] = (rates[k] * spectrum[part][k] + newest[part][k]) / count;
        }
      }
      fourier.inverse(...velocity);
      const time = (taken / substeps) * step;
      const [u, v] = fields;
      yield { time, u, v, uVelocity: velocity[0], vVelocity: velocity[1] };
    }
    if (taken < transient) for (let part = 0; part < 4; part++) begin(spectrum);
    else {
      const [n1, n2, n3] = [1, 2, 3].map((age) => past[(taken - age) % 4]);
      advance(spectrum, decay, weights, [newest, n1, n2, n3]);
    }
  }
}

const DEFAULTS = {
  size: 100,
  length: 20,
  diffusion: 0.1,
  frequency: 1,
  step: 0.05,
  substeps: 3,
} as const;

/** How long the first steps are taken finely. */
const TRANSIENT = 1;

type Settings = Required<SpiralWaveOptions>;
/** Real and imaginary part. */
type Fields = readonly [Float64Array, Float64Array];

function pair(count: number): Fields {
  return [new Float64Array(count), new Float64Array(count)];
}

function copy(from: Fields, to: Fields): void {
  to[0].set(from[0]);
  to[1].set(from[1]);
}

function scale(values: Float64Array, factor: number): void {
  for (let i = 0; i < values.length; i++) values[i] *= factor;
}

/** The points −L/2 … L/2 of one axis, the last one left out. */
export function gridPoints({ size, length }: Pick<Settings, 'size' | 'length'>): Float64Array {
  return Float64Array.from({ length: size }, (_, i) => (i / size - 0.5) * length);
}

function initialSpiral(settings: Settings): Fields {
  const { size } = settings;
  const points = gridPoints(settings);
  const [u, v] = pair(size * size);
  points.forEach((y, row) => {
    points.forEach((x, column) => {
      const r = Math.hypot(x, y);
      const phase = Math.atan2(y, x) - r;
      u[row * size + column] = Math.tanh(r) * Math.cos(phase);
      v[row * size + column] = Math.tanh(r) * Math.sin(phase);
    });
  });
  return [u, v];
}

/** −d k² of every entry of the spectrum. */
function diffusionRates({ size, length, diffusion }: Settings): Float64Array {
  const waves = waveNumbers(size, length);
  return Float64Array.from(
    { length: size * size },
    (_, at) => -diffusion * (waves[at % size] ** 2 + waves[Math.floor(at / size)] ** 2),
  );
}

/** (1 − A²) w − iβA² w at every point. */
function react([u, v]: Fields, [x, y]: Fields, frequency: number): void {
  for (let i = 0; i < u.length; i++) {
    const square = u[i] * u[i] + v[i] * v[i];
    x[i] = (1 - square) * u[i] + frequency * square * v[i];
    y[i] = (1 - square) * v[i] - frequency * square * u[i];
  }
}

function advance(
  spectrum: Fields,
  decay: Float64Array,
  [b0, b1, b2, b3]: readonly Float64Array[],
  [n0, n1, n2, n3]: readonly Fields[],
): void {
  for (const part of [0, 1] as const) {
    const values = spectrum[part];
    const [a, b, c, d] = [n0[part], n1[part], n2[part], n3[part]];
    for (let k = 0; k < values.length; k++) {
      values[k] = decay[k] * values[k] + b0[k] * a[k] + b1[k] * b[k] + b2[k] * c[k] + b3[k] * d[k];
    }
  }
}

/** One step of classical Runge–Kutta on e^(−ct) w. */
function beginner(
  rates: Float64Array,
  h: number,
  reactionOf: (state: Fields, into: Fields) => void,
): (spectrum: Fields) => void {
  const count = rates.length;
  const half = rates.map((rate) => Math.exp((rate * h) / 2));
  const whole = rates.map((rate) => Math.exp(rate * h));
  const stage = pair(count);
  const [n1, n2, n3, n4] = [pair(count), pair(count), pair(count), pair(count)];
  const fill = (value: (part: 0 | 1, k: number) => number): void => {
    for (const part of [0, 1] as const) {
      for (let k = 0; k < count; k++) stage[part][k] = value(part, k);
    }
  };
  return (w) => {
    reactionOf(w, n1);
    fill((p, k) => half[k] * (w[p][k] + (h / 2) * n1[p][k]));
    reactionOf(stage, n2);
    fill((p, k) => half[k] * w[p][k] + (h / 2) * n2[p][k]);
    reactionOf(stage, n3);
    fill((p, k) => whole[k] * w[p][k] + h * half[k] * n3[p][k]);
    reactionOf(stage, n4);
    fill(
      (p, k) =>
        whole[k] * (w[p][k] + (h / 6) * n1[p][k]) +
        (h / 3) * half[k] * (n2[p][k] + n3[p][k]) +
        (h / 6) * n4[p][k],
    );
    copy(stage, w);
  };
}
