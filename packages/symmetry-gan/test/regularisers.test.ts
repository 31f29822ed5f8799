import { test } from 'uvu';
import * as tf from '@tensorflow/tfjs';
import { close } from '@noether/testkit';
import { representation } from '@noether/symmetry-gan';
import { cappedNorm, channelOverlap, meanCosine } from '../src/regularisers.js';
import { computeWith } from './compute-with.js';

const REP = representation([
  { kind: 'learned', copies: 1, generators: 1, dimension: 2 },
  { kind: 'invariant', copies: 1 },
  { kind: 'learned', copies: 1, generators: 3, dimension: 2 },
]);

async function measure(
  first: number[],
  second: number[],
): Promise<{ norm: number; overlap: number }> {
  const { norm, overlap } = await computeWith(
    ({ first, second }) => {
      const generators = { 'generator.0': first, 'generator.2': second };
      return { norm: cappedNorm(REP, generators), overlap: channelOverlap(REP, generators) };
    },
    { first: { shape: [1, 2, 2], data: first }, second: { shape: [3, 2, 2], data: second } },
  );
  return { norm: norm[0], overlap: overlap[0] };
}

const ORTHOGONAL = [0, 3, -3, 0, 0.5, 0, 0, 0.5, 0, 2, 2, 0];

test('cappedNorm rewards the length of each stack up to c·d', async () => {
  const short = Array.from({ length: 12 }, () => 0.5);
  close((await measure([0.3, 0, 0, -0.4], short)).norm, -(0.5 + Math.sqrt(3)), { atol: 1e-5 });
  close((await measure([0, 9, -9, 0], short)).norm, -(2 + Math.sqrt(3)), { atol: 1e-5 });
  close((await measure([0, 9, -9, 0], ORTHOGONAL)).norm, -(2 + Math.sqrt(26.5)), { atol: 1e-5 });
  close(
    (
      await measure(
        [0, 9, -9, 0],
        ORTHOGONAL.map((v) => 2 * v),
      )
    ).norm,
    -8,
    { atol: 1e-5 },
  );
});

test('channelOverlap is zero for orthogonal generators, one for each parallel pair', async () => {
  const any = [1, 2, 3, 4];
  close((await measure(any, ORTHOGONAL)).overlap, 0, { atol: 1e-5 });
  const parallel = [...any, ...any.map((v) => -2 * v), 0, 0, 0, 5];
  const toThird = 4 / Math.sqrt(30);
  close((await measure(any, parallel)).overlap, 1 + 2 * toThird, { atol: 1e-5 });
});

test('meanCosine is 1 for equal states, 0 for a quarter turn, whatever the lengths', async () => {
  const cosine = async (a: number[], b: number[]): Promise<number[]> => {
    const { value } = await computeWith(
      ({ a, b }) => ({ value: meanCosine(a as tf.Tensor3D, b as tf.Tensor3D) }),
      { a: { shape: [2, 1, 2], data: a }, b: { shape: [2, 1, 2], data: b } },
    );
    return value;
  };
  close(await cosine([1, 2, -3, 0.01], [2, 4, -30, 0.1]), [1], { atol: 1e-4 });
  close(await cosine([1, 2, 0, 5], [-2, 1, 7, 0]), [0], { atol: 1e-6 });
  close(await cosine([1, 2, 1, 0], [-1, -2, 1, 1]), [(Math.SQRT1_2 - 1) / 2], { atol: 1e-5 });
});

test.run();
