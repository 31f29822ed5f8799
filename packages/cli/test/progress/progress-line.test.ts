import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { plural, progressLine } from '../../src/progress/progress-line.js';
import { plainStyle } from '../../src/style.js';

const state = {
  stage: 'training',
  done: 1290,
  total: 3000,
  unit: 'step',
  pace: { rate: 28.04, left: 61 },
  details: ['epoch 12', 'mse 0.0021', 'G 0.82', 'D 0.55/0.68'],
};

test('a wide terminal shows everything', () => {
  assert.is(
    progressLine(state, 140, plainStyle),
    `training    ${'━'.repeat(10)}${'╌'.repeat(14)}   43 %  1,290 of 3,000 steps  28/s  ` +
      '1 min 01 s left  epoch 12  mse 0.0021  G 0.82  D 0.55/0.68',
  );
});

test('a narrow terminal gets a shorter bar and the time left before the losses', () => {
  assert.is(
    progressLine(state, 80, plainStyle),
    `training    ${'━'.repeat(4)}${'╌'.repeat(6)}   43 %  1,290 of 3,000 steps  28/s  1 min 01 s left`,
  );
});

test('the line never grows over the edge', () => {
  for (let columns = 0; columns < 150; columns++) {
    const { length } = progressLine({ ...state, label: 'seed 3' }, columns, plainStyle);
    assert.ok(length <= columns, `${length} in ${columns}`);
  }
});

test('a stage may be empty, done, or over its total', () => {
  const at = (done: number, total: number): string =>
    progressLine({ ...state, done, total, pace: { rate: null, left: null } }, 60, plainStyle);
  assert.match(at(0, 0), ' 0 %');
  assert.match(at(3000, 3000), '100 %');
  assert.match(at(11, 10), '100 %');
});

test('units are put in the plural', () => {
  assert.is(plural('step', 1), 'step');
  assert.is(plural('step', 2), 'steps');
  assert.is(plural('trajectory', 3), 'trajectories');
  assert.is(plural('survey', 3), 'surveys');
});

test.run();
