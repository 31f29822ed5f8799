import { fitEquations } from '../../src/index.js';
import { golden } from '../golden.js';
import { testContext } from '../test-context.js';
import { deviation, type GoldenCheck } from './golden-check.js';

interface Golden {
  readonly coef: readonly number[][];
  readonly names: readonly string[];
  readonly dt: number;
  readonly omega: number;
  readonly damping: number;
}

const file = 'latent_forecast.json';

/** A damped rotation: fitted to 200 samples with differences of order 4, forecast over the next 200. */
export function latentForecastChecks(): GoldenCheck[] {
  const { coef, names, dt, omega, damping } = golden<Golden>('latent_forecast');
  const states = (first: number, rows: number): Float64Array =>
    Float64Array.from({ length: 2 * rows }, (_, at) => {
      const time = (first + Math.floor(at / 2)) * dt;
      const turn = at % 2 === 0 ? Math.cos(omega * time) : Math.sin(omega * time);
      return Math.exp(-damping * time) * turn;
    });
  const around = states(-2, 204);
  const velocities = Float64Array.from({ length: 400 }, (_, at) => {
    const x = (shift: number): number => around[at + 4 + 2 * shift];
    return (8 * (x(1) - x(-1)) - (x(2) - x(-2))) / (12 * dt);
  });
  const data = { names: ['x0', 'x1'], states: states(0, 200), velocities };
  const options = { degree: 3, threshold: 0.01, ridge: 1e-8 };
  const system = fitEquations(data, options, testContext());
  const found = system.coefficients.flatMap((row) =>
    names.map((name) => row[system.terms.findIndex((term) => term.name === name)] ?? 0),
  );
  const truth = states(200, 200);
  const times = Float64Array.from({ length: 200 }, (_, row) => row * dt);
  const path = system.simulate(truth.subarray(0, 2), times, { relative: 1e-11, absolute: 1e-12 });
  const rms = Math.sqrt(truth.reduce((sum, value) => sum + value ** 2, 0) / truth.length);
  const errors = Array.from(times, (_, row) => {
    const [x, y] = [0, 1].map((j) => path.states[2 * row + j] - truth[2 * row + j]);
    return Math.sqrt((x * x + y * y) / 2) / rms;
  });
  return [
    { file, name: 'coefficients', error: deviation(found, coef.flat()), tolerance: 1e-6 },
    { file, name: 'largest NRMSE of the forecast', error: Math.max(...errors), tolerance: 1e-5 },
  ];
}
