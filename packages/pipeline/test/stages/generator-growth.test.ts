import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  chooseGenerators,
  mostGenerators,
  nextTrial,
  type GeneratorTrial,
} from '../../src/stages/generator-growth.js';

/** A trial that holds; `changes` say what is wrong with it. */
const trial = (generators: number, changes: Partial<GeneratorTrial> = {}): GeneratorTrial => ({
  generators,
  status: 'discovered',
  reason: '',
  independent: generators,
  closure: 0,
  ...changes,
});

/**
 * Runs trials until none is asked for.
 * @param implies how many generators those of a trial imply
 */
function grow(
  most: number,
  outcome: (generators: number, from?: number) => Partial<GeneratorTrial>,
  implies: (generators: number) => number = (generators) => generators,
) {
  const trials: GeneratorTrial[] = [];
  for (;;) {
    const next = nextTrial(trials, most, implies(trials.at(-1)?.generators ?? 0));
    if (next === null) return { tried: trials.length, ...chooseGenerators(trials, most), trials };
    trials.push({ ...trial(next.generators, outcome(next.generators, next.from)), ...next });
  }
}

const order = (trials: readonly GeneratorTrial[]): string =>
  trials.map(({ generators, from }) => (from ? `${generators} from ${from}` : generators)).join();

const lost = { status: 'discriminator-won' } as const;
const open = { closure: 0.6 };

test('a latent plane has room for one generator, three dimensions for three', () => {
  assert.equal([1, 2, 3, 4].map(mostGenerators), [1, 1, 3, 6]);
  const found = grow(mostGenerators(2), () => ({}));
  assert.equal([found.tried, found.generators, found.clear], [1, 1, true]);
  assert.match(found.reason, '1 generator holds. It is as many as the latent space has room for.');
});

test('commuting generators grow until one is no symmetry', () => {
  const found = grow(6, (count) => (count > 2 ? lost : {}));
  assert.equal([found.tried, found.generators, found.clear], [3, 2, true]);
  assert.is(
    found.reason,
    '2 generators hold and span an algebra (closure 0). 3 are no symmetry (discriminator-won).',
  );
});

test('two rotations do not close, so a third is tried whatever it takes', () => {
  const found = grow(3, (count) => (count === 2 ? open : {}));
  assert.equal([found.tried, found.generators, found.clear], [3, 3, true]);
  const without = grow(6, (count) =>
    count === 2 ? open : count === 4 ? {} : count > 2 ? lost : {},
  );
  assert.equal([without.tried, without.generators], [5, 4]);
});

test('collinear generators add nothing', () => {
  const found = grow(6, (count) => ({ independent: Math.min(count, 1) }));
  assert.equal([found.tried, found.generators, found.clear], [2, 1, true]);
  assert.match(found.reason, /2 have 1 independent one among them\.$/);
});

test('a number that holds but does not close gives way to one that closes', () => {
  const found = grow(6, (count) => (count === 2 ? open : count > 2 ? lost : {}));
  assert.equal([found.tried, found.generators, found.clear], [5, 1, true]);
  assert.match(found.reason, '2 hold but span no algebra (closure 0.6); 3 are no symmetry');
});

test('a group that shows itself only as a whole is found', () => {
  const alone = grow(6, (count) => (count < 6 ? lost : {}));
  assert.equal([alone.tried, alone.generators, alone.clear], [2, 6, true]);
  const rotations = grow(6, (count) =>
    count === 1 || count === 6 ? {} : count === 2 ? open : lost,
  );
  assert.equal([rotations.tried, rotations.generators, rotations.clear], [5, 6, true]);
});

test('what one generator implies is tried from there, and goes on afresh', () => {
  const torus = grow(
    6,
    (count) => (count > 2 ? lost : {}),
    () => 2,
  );
  assert.is(order(torus.trials), '1,2 from 1,3');
  assert.equal([torus.generators, torus.clear], [2, true]);
  assert.is(
    torus.reason,
    '2 generators hold and span an algebra (closure 0). One implies them. 3 are no symmetry (discriminator-won).',
  );
  const larger = grow(
    6,
    (count) => (count > 4 ? lost : {}),
    (count) => Math.max(3, count),
  );
  assert.is(order(larger.trials), '1,3 from 1,4,5');
});

test('where what is implied does not hold, another training searches for one more', () => {
  const circle = grow(
    6,
    (count) => (count > 1 ? lost : {}),
    () => 2,
  );
  assert.is(order(circle.trials), '1,2 from 1,2');
  assert.equal([circle.generators, circle.clear], [1, true]);
  assert.is(
    circle.reason,
    '1 generator holds. 2, as 1 implies, are no symmetry (discriminator-won); 2 are no symmetry (discriminator-won).',
  );
  const found = grow(
    6,
    (count, from) => (from || count > 2 ? lost : {}),
    () => 2,
  );
  assert.is(order(found.trials), '1,2 from 1,2,3');
  assert.is(found.generators, 2);
});

test('a generator that was told apart, as all were, is trained on', () => {
  const found = grow(
    6,
    (count, from) => (from || count === 3 ? {} : lost),
    () => 2,
  );
  assert.is(order(found.trials), '1,6,1 from 1,2 from 1,3,4');
  const late = grow(6, (_, from) => (from === 1 ? {} : lost));
  assert.is(order(late.trials), '1,6,1 from 1,2');
  assert.is(late.generators, 1);
  assert.match(late.reason, '1 generator holds. It took a longer training. 6 are no symmetry');
});

test('two rotations that do not close imply the third', () => {
  const space = grow(
    3,
    (count) => (count === 2 ? open : {}),
    (count) => (count === 2 ? 3 : count),
  );
  assert.is(order(space.trials), '1,2,3 from 2');
  assert.match(space.reason, /2 imply them\. They are as many as/);
});

test('more than there is room for is not tried, and nothing follows from what does not hold', () => {
  assert.is(
    order(
      grow(
        3,
        (count) => (count > 1 ? lost : {}),
        () => 4,
      ).trials,
    ),
    '1,2',
  );
  assert.is(
    order(
      grow(
        6,
        () => lost,
        () => 2,
      ).trials,
    ),
    '1,6,1 from 1',
  );
});

test('without a symmetry one generator remains, and it is said', () => {
  const found = grow(6, () => lost);
  assert.equal([order(found.trials), found.generators, found.clear], ['1,6,1 from 1', 1, false]);
  assert.is(
    found.reason,
    'No symmetry was found: 1 is no symmetry (discriminator-won); 6 are no symmetry (discriminator-won); 1, trained on, is no symmetry (discriminator-won).',
  );
  const collapsed = grow(6, () => ({ status: 'collapsed' }));
  assert.is(order(collapsed.trials), '1,6');
});

test.run();
