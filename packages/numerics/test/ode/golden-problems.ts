import { readFileSync } from 'node:fs';
import type { FieldJacobian, IntegrationMethod, VectorField } from '@noether/numerics';

interface Golden {
  runs: {
    problem: string;
    method: string;
    rtol: number;
    atol: number;
    nfev: number;
    y: number[][];
  }[];
}
const golden: Golden = JSON.parse(
  readFileSync(new URL('../golden/integrators.json', import.meta.url), 'utf8'),
);

const methods: Record<string, IntegrationMethod> = {
  RK45: 'dopri5',
  DOP853: 'dop853',
  Radau: 'radau',
};

export const harmonic: VectorField = ({ 0: x, 1: v }, velocity) => {
  velocity[0] = v;
  velocity[1] = -x;
};

export const lorenz: VectorField = ({ 0: x, 1: y, 2: z }, velocity) => {
  velocity[0] = 10 * (y - x);
  velocity[1] = x * (28 - z) - y;
  velocity[2] = x * y - (8 / 3) * z;
};

export const kepler: VectorField = ({ 0: x, 1: y, 2: vx, 3: vy }, velocity) => {
  const cube = Math.hypot(x, y) ** 3;
  velocity[0] = vx;
  velocity[1] = vy;
  velocity[2] = -x / cube;
  velocity[3] = -y / cube;
};

const vanDerPol: VectorField = ({ 0: x, 1: v }, velocity) => {
  velocity[0] = v;
  velocity[1] = 1000 * (1 - x * x) * v - x;
};

export const robertson: VectorField = ({ 0: a, 1: b, 2: c }, velocity) => {
  velocity[0] = -0.04 * a + 1e4 * b * c;
  velocity[1] = 0.04 * a - 1e4 * b * c - 3e7 * b * b;
  velocity[2] = 3e7 * b * b;
};

export const robertsonJacobian: FieldJacobian = ({ 1: b, 2: c }, derivative) => {
  derivative.set([-0.04, 1e4 * c, 1e4 * b, 0.04, -1e4 * c - 6e7 * b, -1e4 * b, 0, 6e7 * b, 0]);
};

export const grid = (end: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => (end * index) / (count - 1));

const problems: Record<string, { field: VectorField; times: number[]; tight: string }> = {
  harmonic: { field: harmonic, times: grid(20, 11), tight: 'exact' },
  lorenz_T5: { field: lorenz, times: grid(5, 11), tight: 'DOP853' },
  'kepler_e0.5_10orbits': { field: kepler, times: grid(20 * Math.PI, 11), tight: 'DOP853' },
  vanderpol_mu1000: { field: vanDerPol, times: grid(3000, 7), tight: 'LSODA' },
  robertson: { field: robertson, times: [0, 0.4, 4, 40, 400, 4000, 1e4], tight: 'Radau' },
};

/** The runs of the reference whose method we have, each with the values of the most accurate run. */
export const goldenRuns = golden.runs
  .filter(({ method }) => method in methods)
  .map((run) => {
    const { field, times, tight } = problems[run.problem];
    const exact = times.map((t) => [Math.cos(t), -Math.sin(t)]);
    const best = golden.runs.find(
      (other) => other.problem === run.problem && other.method === tight,
    );
    return { ...run, method: methods[run.method], field, times, expected: best?.y ?? exact };
  });
