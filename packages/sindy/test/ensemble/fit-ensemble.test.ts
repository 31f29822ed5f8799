import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { fitEnsemble } from '../../src/index.js';
import { testContext } from '../test-context.js';

const random = randomStream('ensemble');
const states = random.fillNormal(new Float64Array(600));
const velocities = states.map((_, at) =>
  at % 2 === 0
    ? -0.5 * states[at] + 0.8 * states[at] * states[at + 1] + 0.4 * random.normal()
    : 1.2 * states[at - 1] + 0.4 * random.normal(),
);
const data = { names: ['x', 'y'], states, velocities };

test('what is simulated is the median of the terms that most models have', () => {
  const { system, summary, terms } = fitEnsemble(data, { degree: 3 }, testContext());
  assert.equal(
    system.terms.map(({ name }) => name),
    ['x', 'x y'],
  );
  const at = (equation: number, name: string): number =>
    equation * terms.length + terms.indexOf(name);
  close(system.coefficients[0][0], summary.median[at(0, 'x')], { atol: 0 });
  close(system.coefficients[1][0], summary.median[at(1, 'x')], { atol: 0 });
  assert.is(summary.inclusion[at(0, 'x y')], 1);
  for (const [place, truth] of [
    [at(0, 'x'), -0.5],
    [at(0, 'x y'), 0.8],
    [at(1, 'x'), 1.2],
  ]) {
    const error = Math.abs(summary.mean[place] - truth);
    assert.ok(error < 4 * summary.deviation[place], `${terms[place]}: ${error}`);
    assert.ok(summary.low[place] < summary.median[place]);
  }
});

test('without some candidates each; exclusions hold; the same seed gives the same models', () => {
  const options = { leaveOut: 2, models: 30, exclude: { x: ['y'] } };
  const [one, other] = [0, 1].map(() => fitEnsemble(data, options, testContext()));
  assert.equal(one.summary.models, other.summary.models);
  const place = one.terms.indexOf('y');
  assert.ok(one.summary.models.every((model) => model[place] === 0));
  assert.throws(() => fitEnsemble(data, { inclusion: 2 }, testContext()), /inclusion is 2/);
});

test('a threshold for each equation', () => {
  const { system } = fitEnsemble(data, { threshold: { x: 0.65 } }, testContext());
  assert.equal(
    system.terms.map(({ name }) => name),
    ['x', 'x y'],
  );
  assert.is(system.coefficients[0][0], 0);
  assert.throws(() => fitEnsemble(data, { threshold: { z: 1 } }, testContext()), /are x, y/);
});

test.run();
