import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { defineGroup, so, type GroupDefinition } from '@noether/lie-algebra';
import { describeGroup, groupResiduals } from '@noether/testkit';

const residuals = describeGroup(
  defineGroup({
    name: 'affine maps of the line',
    generators: [
      [
        [1, 0],
        [0, 0],
      ],
      [
        [0, 1],
        [0, 0],
      ],
    ],
    contains: (element, tolerance) =>
      element[0] > 0 && Math.abs(element[2]) <= tolerance && Math.abs(element[3] - 1) <= tolerance,
  }),
);

const test = suite('describeGroup');

const turn: GroupDefinition = {
  name: 'turn',
  generators: [
    [
      [0, 1],
      [-1, 0],
    ],
  ],
};

const violated = (definition: GroupDefinition): string[] =>
  groupResiduals(defineGroup(definition))
    .filter(({ value, tolerance }) => !(value <= tolerance))
    .map(({ identity }) => identity);

test('returns the violation of every identity', () => {
  assert.is(residuals.length, 23);
  assert.ok(residuals.every(({ value, tolerance }) => value >= 0 && value <= tolerance));
});

test('the seed is the name unless it is given', () => {
  assert.equal(groupResiduals(so(3)), groupResiduals(so(3), { seed: 'so3' }));
  assert.is.not(
    JSON.stringify(groupResiduals(so(3))),
    JSON.stringify(groupResiduals(so(3), { seed: 1 })),
  );
});

test('a span that is not closed is found out', () => {
  const open = violated({
    name: 'open',
    generators: [
      [
        [0, 1],
        [0, 0],
      ],
      [
        [0, 0],
        [1, 0],
      ],
    ],
  });
  assert.ok(open.includes('[Lᵢ, Lⱼ] lies in the span'));
  assert.ok(open.includes('Ad exp(A) = exp(ad A)'));
});

test('a closed form with an error of third order near the identity is found out', () => {
  const wrong = violated({
    ...turn,
    exp: ([angle]) => {
      const sine = Math.abs(angle) < 0.1 ? angle : Math.sin(angle);
      return Float64Array.of(Math.cos(angle), sine, -sine, Math.cos(angle));
    },
  });
  assert.ok(wrong.includes('exp(w) agrees with the matrix exponential of Σ wᵢ Lᵢ'));
});

test('a closed form that is NaN at the identity is found out', () => {
  const poisoned = violated({
    ...turn,
    exp: ([angle]) => {
      const sine = (angle * Math.sin(angle)) / angle;
      return Float64Array.of(Math.cos(angle), sine, -sine, Math.cos(angle));
    },
  });
  assert.equal(poisoned, ['exp(0) = I']);
});

test('equations that the elements do not fulfil are found out', () => {
  assert.equal(violated({ ...turn, contains: (element) => element[0] === 1 }), [
    'elements, products and inverses fulfil the equations of the group',
  ]);
});

test.run();
