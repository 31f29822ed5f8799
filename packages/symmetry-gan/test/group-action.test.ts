import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { selectEngine } from '@noether/compute';
import { groupByName } from '@noether/lie-algebra';
import { expm, randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { representation, symmetryBasisOf, type RepresentationBlock } from '@noether/symmetry-gan';
import { act, coefficientCount, generatorParameters } from '../src/group-action.js';

const fixed = (name: string, copies: number): RepresentationBlock => {
  const { size, generators } = groupByName(name);
  return { kind: 'fixed', name, copies, dimension: size, generators };
};

const CASES: Record<string, RepresentationBlock[]> = {
  'one learned plane': [{ kind: 'learned', copies: 1, generators: 1, dimension: 2 }],
  'one coordinate': [{ kind: 'learned', copies: 1, generators: 1, dimension: 1 }],
  'copies, several generators, fixed groups and invariants': [
    { kind: 'learned', copies: 2, generators: 2, dimension: 3 },
    { kind: 'invariant', copies: 2 },
    fixed('so2', 2),
    { kind: 'learned', copies: 1, generators: 3, dimension: 2 },
    fixed('so3', 1),
  ],
  'known groups alone': [fixed('so2*r', 1), fixed('so4', 1)],
};
const [BATCH, TIMES] = [5, 3];

for (const [name, blocks] of Object.entries(CASES)) {
  for (const engineName of ['tfjs-cpu', 'onnx-native']) {
    test(`${name}: act equals exp(Σ wᵢLᵢ) on the whole space, ${engineName}`, async () => {
      const rep = representation(blocks);
      const { dimension: k } = rep;
      const random = randomStream(name);
      const specs = generatorParameters(rep, 0.7);
      const learned = Object.fromEntries(
        Object.entries(specs).map(([key, spec]) => [key, spec.initial(random.split(key))]),
      );
      const count = coefficientCount(rep);
      const w = random.fillNormal(new Float32Array(BATCH * count));
      const z = random.fillNormal(new Float32Array(BATCH * TIMES * k));
      const result = await actOn(engineName, blocks, learned, w, z);

      const byIndex = new Map(
        Object.entries(learned).map(([key, values]) => [Number(key.split('.')[1]), values]),
      );
      const basis = symmetryBasisOf(rep, byIndex, new Float64Array(k), { stage: 'test' });
      assert.is(basis.generators.length, count);
      const expected = new Float64Array(z.length);
      for (let sample = 0; sample < BATCH; sample++) {
        const sum = new Float64Array(k * k);
        basis.generators.forEach((generator, index) =>
          generator.forEach((value, at) => (sum[at] += w[sample * count + index] * value)),
        );
        const g = expm(sum, k);
        for (let at = 0; at < TIMES * k; at++) {
          const state = sample * TIMES * k + Math.floor(at / k) * k;
          for (let j = 0; j < k; j++) {
            expected[sample * TIMES * k + at] += g[(at % k) * k + j] * z[state + j];
          }
        }
      }
      const largest = expected.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
      close(result, expected, { atol: 1e-5 * largest, rtol: 1e-4 });
    });
  }
}

async function actOn(
  engineName: string,
  blocks: RepresentationBlock[],
  learned: Record<string, Float32Array>,
  w: Float32Array,
  z: Float32Array,
): Promise<Float32Array> {
  const rep = representation(blocks);
  const engine = await selectEngine(engineName);
  const specs = generatorParameters(rep);
  const compiled = await engine.compile(
    ({ w, z, ...generators }) => ({
      moved: act(rep, generators, w as tf.Tensor2D, z as tf.Tensor3D),
    }),
    {
      ...Object.fromEntries(Object.entries(specs).map(([key, { shape }]) => [key, { shape }])),
      w: { shape: [BATCH, coefficientCount(rep)] },
      z: { shape: [BATCH, TIMES, rep.dimension] },
    },
  );
  const moved = new Float32Array(z.length);
  await compiled.run({ ...learned, w, z }, { moved });
  await compiled.dispose();
  return moved;
}

test('invariant coordinates come back bit for bit', async () => {
  const blocks = CASES['copies, several generators, fixed groups and invariants'];
  const rep = representation(blocks);
  const random = randomStream(2);
  const learned = Object.fromEntries(
    Object.entries(generatorParameters(rep)).map(([key, spec]) => [key, spec.initial(random)]),
  );
  const w = random.fillNormal(new Float32Array(BATCH * coefficientCount(rep)));
  const z = random.fillNormal(new Float32Array(BATCH * TIMES * rep.dimension));
  const moved = await actOn('tfjs-cpu', blocks, learned, w, z);
  const still = z.filter((_, index) => [6, 7].includes(index % rep.dimension));
  const after = moved.filter((_, index) => [6, 7].includes(index % rep.dimension));
  assert.equal(after, still);
});

test('generators start normal with the asked standard deviation', () => {
  const rep = representation([{ kind: 'learned', copies: 1, generators: 40, dimension: 10 }]);
  const rms = (scale?: number): number => {
    const values = generatorParameters(rep, scale)['generator.0'].initial(randomStream(5));
    return Math.hypot(...values) / Math.sqrt(values.length);
  };
  close(rms(), 1, { atol: 0.03 });
  close(rms(0.01), 0.01, { atol: 3e-4 });
});

test.run();
