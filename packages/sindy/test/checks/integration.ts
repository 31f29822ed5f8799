import { integrate, type IntegrationMethod, rk4, type VectorField } from '@noether/numerics';
import { equationSystem } from '../../src/equation-system.js';
import { polynomialLibrary } from '../../src/library/polynomial.js';
import { golden } from '../golden.js';
import { deviation, type GoldenCheck } from './golden-check.js';

interface Run {
  readonly problem: string;
  readonly method: string;
  readonly rtol: number;
  readonly atol: number;
  readonly nfev: number;
  readonly y: readonly number[][];
}

interface Integrators {
  readonly runs: readonly Run[];
  readonly rk4_lorenz: { h: number; n: number; x0: number[]; y_every_50: number[][] };
  readonly rk4_harmonic: { h: number; n: number; y_every_20: number[][] };
  readonly sindy_simulate: {
    model_coef_deg2: number[][];
    x0: number[];
    t: number[];
    x: number[][];
    max_abs_diff_DOP853_vs_LSODA_by_time: number[];
  };
}

const file = 'integrators.json';
const methods: Readonly<Record<string, IntegrationMethod>> = {
  RK45: 'dopri5',
  DOP853: 'dop853',
  Radau: 'radau',
};
const fields: Readonly<Record<string, VectorField>> = {
  harmonic: ({ 0: x, 1: v }, out) => out.set([v, -x]),
  lorenz_T5: ({ 0: x, 1: y, 2: z }, out) =>
    out.set([10 * (y - x), x * (28 - z) - y, x * y - (8 / 3) * z]),
  'kepler_e0.5_10orbits': ({ 0: x, 1: y, 2: vx, 3: vy }, out) => {
    const cube = Math.hypot(x, y) ** 3;
    out.set([vx, vy, -x / cube, -y / cube]);
  },
  vanderpol_mu1000: ({ 0: x, 1: v }, out) => out.set([v, 1000 * (1 - x * x) * v - x]),
  robertson: ({ 0: a, 1: b, 2: c }, out) => {
    const [slow, fast] = [0.04 * a - 1e4 * b * c, 3e7 * b * b];
    out.set([-slow, slow - fast, fast]);
  },
};
const even = (end: number, rows: number): number[] =>
  Array.from({ length: rows }, (_, row) => (end * row) / (rows - 1));
const times: Readonly<Record<string, number[]>> = {
  harmonic: even(20, 11),
  lorenz_T5: even(5, 11),
  'kepler_e0.5_10orbits': even(20 * Math.PI, 11),
  vanderpol_mu1000: even(3000, 7),
  robertson: [0, 0.4, 4, 40, 400, 4000, 1e4],
};
const tight: Readonly<Record<string, string>> = {
  lorenz_T5: 'DOP853',
  'kepler_e0.5_10orbits': 'DOP853',
  vanderpol_mu1000: 'LSODA',
  robertson: 'Radau',
};

export function integrationChecks(): GoldenCheck[] {
  const { runs, rk4_lorenz, rk4_harmonic, sindy_simulate } = golden<Integrators>('integrators');
  const found = rk4(fields.lorenz_T5, rk4_lorenz.x0, rk4_lorenz.h, rk4_lorenz.n);
  const circle = rk4(fields.harmonic, [1, 0], rk4_harmonic.h, rk4_harmonic.n);
  return [
    ...runs.map((run) => runCheck(run, runs)),
    check('rk4, Lorenz to 5', rows(found, 3, 50), rk4_lorenz.y_every_50.flat(), 1e-11),
    check('rk4, harmonic', rows(circle, 2, 20), rk4_harmonic.y_every_20.flat(), 1e-13),
    simulateCheck(sindy_simulate),
  ];
}

function check(
  name: string,
  is: ArrayLike<number>,
  wanted: number[],
  tolerance: number,
): GoldenCheck {
  return { file, name, error: deviation(is, wanted), tolerance };
}

function runCheck(
  { problem, method, rtol, atol, nfev, y }: Run,
  runs: readonly Run[],
): GoldenCheck {
  const name = `${problem}, ${method} at ${rtol}`;
  if (!(method in methods)) return { file, name, error: 0, note: `we have no ${method}` };
  const asked = times[problem];
  const best = runs.find((run) => run.problem === problem && run.method === tight[problem]);
  const wanted = best?.y ?? asked.map((t) => [Math.cos(t), -Math.sin(t)]);
  const options = { method: methods[method], relative: rtol, absolute: atol, dense: false };
  const { states, evaluations } = integrate(fields[problem], y[0], asked, options);
  const note = `${evaluations} evaluations, scipy ${nfev}`;
  return { ...check(name, states, wanted.flat(), 1e-5), note };
}

/** The error at each time in units of what the reference says can be asked, at least 1e-9. */
function simulateCheck(reference: Integrators['sindy_simulate']): GoldenCheck {
  const system = equationSystem({
    kind: 'equation-system',
    variables: ['x', 'y', 'z'],
    terms: polynomialLibrary(['x', 'y', 'z'], 2).terms,
    coefficients: reference.model_coef_deg2,
    r2: [1, 1, 1],
    provenance: { stage: 'equations' },
  });
  const options = { method: 'dop853', relative: 1e-12, absolute: 1e-12 } as const;
  const { states } = system.simulate(reference.x0, reference.t, options);
  const bounds = reference.max_abs_diff_DOP853_vs_LSODA_by_time;
  const error = Math.max(
    ...reference.x.flat().map((value, at) => {
      const allowed = Math.max(1e-9, 2 * bounds[Math.floor(at / 3)]);
      return Math.abs(states[at] - value) / allowed;
    }),
  );
  const note = 'in units of twice the difference of DOP853 and LSODA';
  return { file, name: 'simulate, degree 2 model', error, tolerance: 1, note };
}

function rows(states: Float64Array, d: number, every: number): Float64Array {
  return states.filter((_, at) => Math.floor(at / d) % every === 0);
}
