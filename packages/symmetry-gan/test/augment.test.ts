import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { symmetryBasis, type Encoder, type SymmetryBasis } from '@noether/contracts';
import { multiply, randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { augment, drawElements } from '@noether/symmetry-gan';

const basisOf = (generators: number[][], centre: number[]): SymmetryBasis =>
  symmetryBasis({
    dimension: 2,
    generators: generators.map((generator) => Float64Array.from(generator)),
    centre: Float64Array.from(centre),
    provenance: { stage: 'test' },
  });

const turn = basisOf([[0, 1, -1, 0]], [3, -2]);
const random = randomStream(2);
const samples = random.fillNormal(new Float64Array(4 * 300));

const radius = (states: Float64Array, at: number): number =>
  Math.hypot(states[at] - 3, states[at + 1] + 2);

test('a rotation keeps the distances to its centre, and moves the states of a sample alike', async () => {
  const { samples: moved } = await augment(turn, samples, { timesteps: 2 }, randomStream(1));
  const angle = (at: number): number => {
    const [before, after] = [samples, moved].map((states) =>
      Math.atan2(states[at + 1] + 2, states[at] - 3),
    );
    return after - before;
  };
  let largest = 0;
  for (let at = 0; at < samples.length; at += 4) {
    for (const state of [at, at + 2]) {
      close(radius(moved, state), radius(samples, state), { rtol: 1e-12 });
    }
    const difference = angle(at) - angle(at + 2);
    close(difference - 2 * Math.PI * Math.round(difference / (2 * Math.PI)), 0, { atol: 1e-9 });
    largest = Math.max(largest, Math.abs(angle(at) - angle((at + 4) % samples.length)));
  }
  assert.ok(largest > 1, 'samples are moved by elements of their own');
});

test('the elements are those of the law, and the inverses undo them', async () => {
  const law = { law: 'normal', scale: 3 } as const;
  const basis = basisOf([[0.2, 1, -1, 0.1], [1, 0, 0, 0]], [0, 0]); // prettier-ignore
  const { elements, inverses } = drawElements(basis, law, 200, randomStream(3));
  for (let at = 0; at < elements.length; at += 4) {
    const [g, h] = [elements, inverses].map((all) => all.slice(at, at + 4));
    const scale = Math.hypot(...g) * Math.hypot(...h);
    close(multiply(g, h, 2, 2, 2), [1, 0, 0, 1], { atol: 1e-13 * scale });
  }
  const turned = drawElements(turn, law, 4000, randomStream(4)).elements;
  let cosines = 0;
  for (let at = 0; at < turned.length; at += 4) cosines += turned[at] / 4000;
  close(cosines, Math.exp(-4.5), { atol: 0.05 });
  const { samples: moved, inverses: back } = await augment(turn, samples, {}, randomStream(5));
  const [x, y] = [moved[0] - 3, moved[1] + 2];
  const undone = [back[0] * x + back[1] * y + 3, back[2] * x + back[3] * y - 2];
  close(undone, [...samples.slice(0, 2)], { atol: 1e-12 });
});

test('with an encoder the group acts in its latent space', async () => {
  const half: Encoder = {
    kind: 'encoder',
    inputDimension: 2,
    latentDimension: 2,
    encode: (states: Float64Array) => Promise.resolve(states.map((value) => value / 2)),
    decode: (latent: Float64Array) => Promise.resolve(latent.map((value) => 2 * value)),
  } as unknown as Encoder;
  const latentTurn = basisOf([[0, 1, -1, 0]], [1.5, -1]);
  const through = await augment(latentTurn, samples, { encoder: half }, randomStream(6));
  const direct = await augment(turn, samples, {}, randomStream(6));
  close([...through.samples], [...direct.samples], { rtol: 1e-12, atol: 1e-12 });
});

test('sizes that do not fit are named', async () => {
  const told = await augment(turn, new Float64Array(5), {}, random).then(
    () => 'nothing',
    (cause: Error) => cause.message,
  );
  assert.match(told, /samples.*rows of 2 numbers/);
  assert.throws(
    () => drawElements(basisOf([], [0, 0]), { law: 'normal', scale: 1 }, 1, random),
    /no generator/,
  );
});

test.run();
