import type { Forecast, ForecastScore, RunRecord } from '@noether/contracts';

import type { ReportInput } from '../src/index.js';

const STEP = 0.05;
const ROWS = 240;

/** Lotka–Volterra in logarithmic coordinates, u' = 1 − eᵛ, v' = eᵘ − 1, by Runge–Kutta. */
function orbit(u: number, v: number): { states: Float64Array; period: number } {
  const states = new Float64Array(ROWS * 2);
  let period = 0;
  let [x, y] = [u, v];
  const velocity = (a: number, b: number): [number, number] => [1 - Math.exp(b), Math.exp(a) - 1];
  for (let row = 0; row < ROWS; row++) {
    states.set([x, y], row * 2);
    const [a, b] = velocity(x, y);
    const [c, d] = velocity(x + (STEP / 2) * a, y + (STEP / 2) * b);
    const before = y;
    x += STEP * c;
    y += STEP * d;
    if (before < 0 && y >= 0 && period === 0 && row > 5) period = row + before / (before - y);
  }
  return { states, period: period || 130 };
}

const starts = [0.35, 0.6, 0.85, 1.1, 1.35];
const orbits = starts.map((start) => orbit(start, 0));

function latentOf(index: number, shift = 0): Float64Array {
  const radius = 0.5 + 0.45 * index;
  return Float64Array.from({ length: ROWS * 2 }, (_, entry) => {
    const angle = (2 * Math.PI * (entry >> 1)) / orbits[index].period + shift;
    const wobble = 1 + 0.03 * Math.sin(3 * angle + index);
    return radius * wobble * (entry % 2 === 0 ? Math.cos(angle) : Math.sin(angle)) + 0.2;
  });
}

function circle(radius: number): Float64Array {
  return Float64Array.from({ length: 122 }, (_, entry) => {
    const angle = (2 * Math.PI * (entry >> 1)) / 60;
    return radius * (entry % 2 === 0 ? Math.cos(angle) : Math.sin(angle)) + 0.2;
  });
}

function shifted(index: number, parameter: number): Float64Array {
  const start = Math.round((parameter / (2 * Math.PI)) * orbits[index].period);
  const { states } = orbits[index];
  return Float64Array.from(states, (_, entry) => {
    const row = ((entry >> 1) + start + ROWS) % Math.round(orbits[index].period);
    return states[row * 2 + (entry % 2)] * 1.02;
  });
}

function score(rate: number, power: number, limit: number, valid: number): ForecastScore {
  const nrmse = Float64Array.from(
    { length: ROWS },
    (_, row) => limit * Math.tanh((rate * Math.pow(row * STEP, power) + 0.02) / limit),
  );
  return { nrmse, validTime: valid, validTimes: new Float64Array(3).fill(valid) };
}

const times = Float64Array.from({ length: ROWS }, (_, row) => row * STEP);

export const exampleForecast: Forecast = {
  kind: 'forecast',
  names: ['log prey', 'log predator'],
  times,
  threshold: 0.4,
  items: [1, 2, 3].map((index) => ({
    truth: orbits[index].states,
    predicted: Float64Array.from(
      orbits[index].states,
      (value, entry) =>
        value * (1 + 0.0009 * (entry >> 1)) + 0.0022 * (entry >> 1) * Math.sin((entry >> 1) / 19),
    ),
    latent: latentOf(index),
    status: 'complete',
  })),
  ...score(0.022, 1.3, 1.4, 9.1),
  validTimes: Float64Array.from([7.2, 9.1, 11.95]),
  floor: score(0.0012, 1, 0.06, times[ROWS - 1]),
  baselines: {
    persistence: score(0.75, 1, 1.35, 0.55),
    dmd: score(0.16, 1.1, 1.2, 2.2),
    sindy: { ...score(0.05, 1.1, 1.2, 8.5), equations: ['dx/dt = x - x y', 'dy/dt = x y - y'] },
  },
  provenance: { stage: 'forecast' },
};

export const exampleRecord: RunRecord = {
  kind: 'run',
  status: 'discovered',
  reason:
    'The generator rotates at ω = 3.06 with |Re λ| / |Im λ| = 0.0005, and moving along it changes the conserved quantity by 5.1 % of what chance would.',
  preset: 'lotka-volterra',
  seed: 42,
  engine: 'native',
  seconds: {
    data: 2.1,
    training: 412,
    judgement: 1.4,
    equations: 0.8,
    forecast: 3.3,
    total: 419.6,
  },
  symmetry: {
    generators: [
      [
        [0.021, -3.11],
        [3.014, -0.018],
      ],
    ],
    eigenvalues: [
      [
        { re: 0.0015, im: 3.062 },
        { re: 0.0015, im: -3.062 },
      ],
    ],
    omega: 3.062,
    realToImaginary: 0.0005,
    meanCosine: 0.012,
    bce: { generator: 0.701, real: 0.688, fake: 0.691 },
    invariance: { transformed: 0.021, reconstructed: 0.008, shuffled: 0.412, ratio: 0.051 },
    quadraticForm: { within: 0.04, betweenToWithin: 14.2, spearman: 0.998 },
    latentRank: 1.98,
  },
  reconstruction: { relativeMse: 0.00042 },
  equations: {
    text: ['dz1/dt = -0.871 z2', 'dz2/dt = 0.902 z1 + 1.2e-4 z1^2 z2'],
    latex: ['\\dot{z}_1 = -0.871 z_2', '\\dot{z}_2 = 0.902 z_1 + 1.2 \\times 10^{-4} z_1^{2} z_2'],
    names: ['1', 'z1', 'z2', 'z1^2 z2'],
    coefficients: [
      [0, 0, -0.871, 0],
      [0, 0.902, 0, 0.00012],
    ],
    r2: [0.981, 0.977],
  },
  forecast: {
    times: Array.from(times),
    nrmse: Array.from(exampleForecast.nrmse),
    validTime: exampleForecast.validTime,
    floor: {
      nrmse: Array.from(exampleForecast.floor.nrmse),
      validTime: exampleForecast.floor.validTime,
    },
    baselines: Object.fromEntries(
      Object.entries(exampleForecast.baselines).map(([name, { nrmse, validTime, equations }]) => [
        name,
        { nrmse: Array.from(nrmse), validTime, ...(equations && { equations }) },
      ]),
    ),
  },
  versions: { noether: '0.1.0', node: 'v20.20.2' },
};

export const exampleInput: ReportInput = {
  record: exampleRecord,
  reading: 'rotation, so(2)',
  history: Array.from({ length: 60 }, (_, index) => {
    const fade = Math.exp(-index / 12);
    const ripple = 0.03 * Math.sin(index * 1.7);
    return {
      epoch: index + 1,
      values: {
        generator: Math.LN2 + 1.1 * fade + ripple,
        discriminatorReal: Math.LN2 - 0.45 * fade - ripple,
        discriminatorFake: Math.LN2 - 0.35 * fade + ripple / 2,
        reconstruction: 0.002 + 0.4 * fade,
        total: 0.7 + fade,
        cosine: 0.6 * fade + 0.01,
        omega: 3.06 - 2.2 * fade,
      },
    };
  }),
  latent: {
    dimension: 2,
    trajectories: starts.map((_start, index) => latentOf(index)),
    orbits: [0.5, 0.95, 1.4, 1.85, 2.3].map(circle),
  },
  data: {
    names: ['log prey', 'log predator'],
    units: ['', ''],
    timeUnit: '',
    dimension: 2,
    original: orbits.map(({ states }) => states),
    transformed: [-1.5, -0.5, 0.5, 1.5].map((parameter) => ({
      parameter,
      states: starts.map((_start, index) => shifted(index, parameter)),
    })),
  },
  forecast: exampleForecast,
  provenance: [
    { label: 'preset', value: 'lotka-volterra' },
    { label: 'seed', value: '42' },
    { label: 'noether', value: '0.1.0' },
  ],
};
