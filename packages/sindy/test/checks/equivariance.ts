import { type SymmetryBasis, symmetryBasis } from '@noether/contracts';
import { streamingQr } from '@noether/numerics';
import { equivariantBasis } from '../../src/constrain/equivariance.js';
import { equivariantFit } from '../../src/constrain/equivariant-fit.js';
import { generatorAction } from '../../src/constrain/generator-action.js';
import { polynomialLibrary } from '../../src/library/polynomial.js';
import { golden } from '../golden.js';
import { differences } from '../lorenz.js';
import { lcgNormal } from './golden-noise.js';
import type { EquivarianceCases } from './golden-cases.js';
import { deviation, type GoldenCheck } from './golden-check.js';

const file = 'equivariant_sindy.json';

const basisOf = (generators: number[][][]): SymmetryBasis =>
  symmetryBasis({
    dimension: generators[0].length,
    generators: generators.map((matrix) => Float64Array.from(matrix.flat())),
    centre: new Float64Array(generators[0].length),
    provenance: { stage: 'golden' },
  });

function caseChecks({
  name,
  generators,
  degree,
  dim,
  projector,
  M,
}: EquivarianceCases['cases'][number]): GoldenCheck[] {
  const d: number = generators[0].length;
  const names = Array.from({ length: d }, (_, index) => `z${index}`);
  const { terms } = polynomialLibrary(names, degree);
  const basis = basisOf(generators);
  const space = equivariantBasis(terms, basis);
  const size = d * terms.length;
  const free = space.length / size;
  const checks: GoldenCheck[] = [
    { file, name: `${name}: dimension`, error: Math.abs(free - dim), tolerance: 0 },
  ];
  if (projector) {
    const found = Float64Array.from({ length: size * size }, (_, at) => {
      let sum = 0;
      for (let v = 0; v < free; v++) {
        sum += space[v * size + Math.floor(at / size)] * space[v * size + (at % size)];
      }
      return sum;
    });
    const error = deviation(found, projector.flat());
    checks.push({ file, name: `${name}: projector`, error, tolerance: 1e-10 });
  }
  if (M) {
    const found = basis.generators.map((matrix) => generatorAction(terms, basis, matrix).matrix);
    const error = Math.max(...found.map((matrix, at) => deviation(matrix, M[at].flat())));
    checks.push({ file, name: `${name}: M`, error, tolerance: 1e-13 });
  }
  return checks;
}

function oscillatorChecks(expected: EquivarianceCases['damped_oscillator']): GoldenCheck[] {
  const states = Float64Array.from(expected.z_noisy.flat());
  const velocities = differences(states, 2, 0.1);
  const library = polynomialLibrary(['z0', 'z1'], 2);
  const qr = streamingQr(8);
  const theta = new Float64Array(200 * 6);
  library.evaluate(states, 0, 200, theta);
  for (let row = 0; row < 200; row++) {
    const rate = velocities.subarray(row * 2, row * 2 + 2);
    qr.push(Float64Array.of(...theta.subarray(row * 6, row * 6 + 6), ...rate), 1);
  }
  const rotation = basisOf([
    [
      [0, -1],
      [1, 0],
    ],
  ]);
  const { coefficients } = equivariantFit(qr.factor(), library.terms, rotation);
  const noise = lcgNormal(400, 8);
  const decay = (row: number): number => Math.exp(-0.01 * row);
  const clean = Float64Array.from({ length: 400 }, (_, at) => {
    const row = Math.floor(at / 2);
    const [c, s] = [Math.cos(0.1 * row), Math.sin(0.1 * row)];
    return decay(row) * (at % 2 === 0 ? 1.2 * c - 0.4 * s : 1.2 * s + 0.4 * c);
  });
  const again = clean.map((value, at) => value + 0.05 * noise[at]);
  const error = deviation(coefficients, expected.equivariant_ls.flat());
  return [
    { file, name: 'damped oscillator: coefficients', error, tolerance: 1e-10 },
    {
      file,
      name: 'damped oscillator: noise recipe',
      error: deviation(again, states),
      tolerance: 1e-9,
    },
  ];
}

export function equivarianceChecks(): GoldenCheck[] {
  const { cases, damped_oscillator } = golden<EquivarianceCases>('equivariant_sindy');
  return [...cases.flatMap(caseChecks), ...oscillatorChecks(damped_oscillator)];
}
