import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type * as tf from '@tensorflow/tfjs';
import type { Term } from '@noether/contracts';
import { tfjsEngine } from '@noether/compute';
import { close } from '@noether/testkit';
import { evaluateTerms } from '../../src/sindy/evaluate-terms.js';
import { latentTerms } from '../../src/index.js';
import { termValues } from '../../src/sindy/term-values.js';

test('terms come by degree, then lexicographically, then functions', () => {
  const terms = latentTerms(['z1', 'v1'], { degree: 3, functions: ['sin'] });
  assert.equal(
    terms.map(({ name }) => name),
    [
      '1',
      'z1',
      'v1',
      'z1^2',
      'z1 v1',
      'v1^2',
      'z1^3',
      'z1^2 v1',
      'z1 v1^2',
      'v1^3',
      'sin(z1)',
      'sin(v1)',
    ],
  );
  assert.is(terms[7].latex, 'z_{1}^{2} v_{1}');
  assert.is(terms[10].latex, '\\sin(z_{1})');
});

test('the libraries of the paper have 20 and 12 terms', () => {
  assert.is(latentTerms(['z1', 'z2', 'z3'], { degree: 3 }).length, 20);
  assert.is(latentTerms(['z1', 'z2'], { degree: 3, functions: ['sin'] }).length, 12);
});

test('an empty or impossible library is refused', () => {
  assert.throws(() => latentTerms(['z1'], { degree: 0, constant: false }), /library is an object/);
  assert.throws(() => latentTerms(['z1'], { degree: -1 }), /library\.degree is -1/);
});

const products: Term = {
  name: 'x^2 sin(2 x - y + 1) exp(y)',
  latex: '',
  exponents: [2, 0],
  factors: [
    { function: 'sin', weights: [2, -1], shift: 1 },
    { function: 'exp', weights: [0, 1], shift: 0 },
  ],
};
const rows = Float64Array.of(0.3, -0.7, 1.2, 0.4, -0.5, 0);

async function onTensors(terms: readonly Term[]): Promise<Float32Array> {
  const compiled = await (
    await tfjsEngine('cpu')
  ).compile(({ v }) => ({ values: termValues(terms, v as tf.Tensor2D) }), { v: { shape: [3, 2] } });
  const values = new Float32Array(3 * terms.length);
  await compiled.run({ v: Float32Array.from(rows) }, { values });
  return values;
}

test('term values are the formulas, in tensors and in float64', async () => {
  const terms = [...latentTerms(['x', 'y'], { degree: 3, functions: ['cos', 'exp'] }), products];
  const wanted = [0, 1, 2].flatMap((row) => {
    const [x, y] = rows.subarray(2 * row, 2 * row + 2);
    return [
      ...[1, x, y, x * x, x * y, y * y, x ** 3, x * x * y, x * y * y, y ** 3],
      ...[Math.cos(x), Math.cos(y), Math.exp(x), Math.exp(y)],
      x * x * Math.sin(2 * x - y + 1) * Math.exp(y),
    ];
  });
  close(evaluateTerms(terms, rows, 2), wanted, { atol: 1e-14 });
  close(await onTensors(terms), wanted, { atol: 1e-6 });
});

test('a library of the constant alone works', async () => {
  close(await onTensors(latentTerms(['x', 'y'], { degree: 0 })), [1, 1, 1]);
});

test('a function without a tensor form is named', async () => {
  const strange = { ...products, factors: [{ function: 'tan', weights: [1, 0], shift: 0 }] };
  try {
    await onTensors([strange]);
    assert.unreachable();
  } catch (error) {
    assert.match((error as Error).message, /function tan cannot stand.*sin, cos, exp/);
  }
});

test.run();
