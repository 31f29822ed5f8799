import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { trajectories, type Trajectories } from '@noether/contracts';
import { randomStream } from '@noether/numerics';
import { splitTrajectories } from '../src/split-trajectories.js';

const fractions = { train: 0.7, validation: 0.2, test: 0.1 };

function labelled(count: number): Trajectories {
  return trajectories({
    names: ['x'],
    units: ['m'],
    items: Array.from({ length: count }, (_, index) => ({
      times: Float64Array.of(0, 1),
      states: Float64Array.of(index, index),
    })),
    provenance: { stage: 'test' },
  });
}

const labels = (part: Trajectories): number[] => part.items.map((item) => item.states[0]);

test('every trajectory is in exactly one part, in the shares asked for', () => {
  const {
    train,
    validation,
    test: judged,
  } = splitTrajectories(labelled(50), fractions, randomStream(1));
  assert.equal(
    [train, validation, judged].map((part) => part.items.length),
    [35, 10, 5],
  );
  const all = [...labels(train), ...labels(validation), ...labels(judged)];
  assert.equal(
    all.toSorted((a, b) => a - b),
    labels(labelled(50)),
  );
  assert.not.equal(all, labels(labelled(50)));
  assert.equal(judged.units, ['m']);
});

test('the stream fixes the split', () => {
  const part = (seed: number): number[] =>
    labels(splitTrajectories(labelled(50), fractions, randomStream(seed)).train);
  assert.equal(part(3), part(3));
  assert.not.equal(part(3), part(4));
});

test('no part is empty; too few trajectories and wrong fractions are refused', () => {
  const small = splitTrajectories(
    labelled(3),
    { train: 0.98, validation: 0.01, test: 0.01 },
    randomStream(1),
  );
  assert.equal(
    Object.values(small).map((part: Trajectories) => part.items.length),
    [1, 1, 1],
  );
  const split = (count: number, shares: typeof fractions) => () =>
    splitTrajectories(labelled(count), shares, randomStream(1));
  assert.throws(split(2, fractions), /the number of trajectories is 2/);
  assert.throws(split(9, { ...fractions, test: 0.2 }), /add up to 1/);
  assert.throws(split(9, { train: 0.9, validation: 0.1, test: 0 }), /must all be positive/);
});

test.run();
