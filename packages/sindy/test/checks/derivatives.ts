import {
  finiteDifferences,
  localPolynomial,
  savitzkyGolay,
  smoothingSpline,
  spectralDerivative,
} from '@noether/numerics';
import { golden } from '../golden.js';
import { deviation, type GoldenCheck } from './golden-check.js';

const file = 'derivatives.json';

interface DerivativeCase {
  readonly kind: string;
  readonly grid: string;
  readonly order: number;
  readonly d: number;
  readonly drop_endpoints: boolean;
  readonly result?: (number | null)[][];
  readonly error?: string;
  readonly x: number[][] | string;
  readonly smoothed: number[][];
  readonly window_length: number;
  readonly polyorder: number;
  readonly dt: number;
  readonly left: number;
}

interface DerivativeFile {
  readonly t_uniform: number[];
  readonly t_nonuniform: number[];
  readonly x_uniform: number[][];
  readonly x_nonuniform: number[][];
  readonly cases: DerivativeCase[];
  readonly convergence: { order: number; rows: { N: number; max_abs_err: number }[] }[];
}

const data = golden<DerivativeFile>('derivatives');
const noisy = data.cases.find((entry) => entry.window_length === 11)?.x as number[][];

/** NaN where the golden value is null, and there only. */
function withGaps(found: Float64Array, expected: readonly (number | null)[]): number {
  const gaps = expected.every((value, at) => (value === null) === Number.isNaN(found[at]));
  const zeroed = found.map((value) => (Number.isNaN(value) ? 0 : value));
  return gaps
    ? deviation(
        zeroed,
        expected.map((value) => value ?? 0),
      )
    : Infinity;
}

function differenceChecks(entry: DerivativeCase): GoldenCheck[] {
  const { grid, order, d: derivative, drop_endpoints: dropEnds, result } = entry;
  const name = `finite differences ${grid}, order ${order}, d ${derivative}${dropEnds ? ', ends dropped' : ''}`;
  const uniform = grid === 'uniform';
  const times = uniform ? data.t_uniform : data.t_nonuniform;
  const values = (uniform ? data.x_uniform : data.x_nonuniform).flat();
  const run = (): Float64Array =>
    finiteDifferences(times, values, 2, { order, derivative, dropEnds });
  if (!result) {
    let error = Infinity;
    try {
      run();
    } catch {
      error = 0;
    }
    return [{ file, name: `${name}: refused`, error, tolerance: 0 }];
  }
  return [{ file, name, error: withGaps(run(), result.flat()), tolerance: 1e-8 }];
}

function periodicChecks({ kind, order, d: derivative, x, result }: DerivativeCase): GoldenCheck[] {
  const rows = (x as number[] | number[][]).flat();
  const columns = rows.length / 16;
  const period = 2 * Math.PI;
  const times = Float64Array.from({ length: 16 }, (_, at) => (period * at) / 16);
  const spectral = kind === 'SpectralDerivative';
  const found = spectral
    ? spectralDerivative(rows, columns, { period, derivative })
    : finiteDifferences(times, rows, columns, { order, derivative, period });
  const expected = (result as number[][]).flat();
  const tolerance = spectral ? 1e-12 : 1e-8;
  return [{ file, name: `${kind} d ${derivative}`, error: deviation(found, expected), tolerance }];
}

function smoothedChecks({
  window_length: window,
  polyorder,
  dt,
  smoothed,
  result,
}: DerivativeCase): GoldenCheck[] {
  const found = savitzkyGolay(noisy.flat(), 2, { window, degree: polyorder });
  const times = Float64Array.from(noisy, (_, row) => row * dt);
  const slopes = finiteDifferences(times, found, 2);
  const name = `Savitzky-Golay window ${window}, degree ${polyorder}`;
  return [
    { file, name: `${name}: smoothed`, error: deviation(found, smoothed.flat()), tolerance: 1e-10 },
    {
      file,
      name: `${name}: derivative`,
      error: deviation(slopes, (result as number[][]).flat()),
      tolerance: 1e-8,
    },
  ];
}

function packageChecks({ kind, result, dt, left, order }: DerivativeCase): GoldenCheck[] {
  const times = Float64Array.from(noisy, (_, row) => row * dt);
  const expected = (result as number[][]).flat();
  if (kind === 'derivative:savitzky_golay') {
    const found = localPolynomial(times, noisy.flat(), 2, { reach: left, degree: order });
    return [{ file, name: kind, error: deviation(found, expected), tolerance: 1e-4 }];
  }
  if (kind === 'derivative:spline') {
    const found = smoothingSpline(times, noisy.flat(), 2).derivatives;
    const note = 'information only: another spline, smoothed to the estimated noise';
    return [{ file, name: kind, error: deviation(found, expected), note }];
  }
  return [{ file, name: kind, error: Infinity, note: 'information only: not built' }];
}

function convergenceChecks(): GoldenCheck[] {
  const note =
    'information only: function and grid are not in the file; orders are tested in numerics';
  return data.convergence.map(({ order }) => ({
    file,
    name: `convergence of order ${order}`,
    error: 0,
    note,
  }));
}

export function derivativeChecks(): GoldenCheck[] {
  const checks = data.cases.flatMap((entry) => {
    if (entry.kind === 'FiniteDifference') return differenceChecks(entry);
    if (entry.kind === 'SmoothedFiniteDifference') return smoothedChecks(entry);
    return entry.kind.startsWith('derivative:') ? packageChecks(entry) : periodicChecks(entry);
  });
  return [...checks, ...convergenceChecks()];
}
