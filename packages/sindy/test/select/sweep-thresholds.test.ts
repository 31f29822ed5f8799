import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Trajectories, trajectories } from '@noether/contracts';
import { sweepText } from '../../src/select/sweep-text.js';
import { sweepThresholds } from '../../src/select/sweep-thresholds.js';
import { differences, lorenzFrom } from '../lorenz.js';
import { testContext } from '../test-context.js';

const names = ['x', 'y', 'z'];
const grid = (rows: number): Float64Array =>
  Float64Array.from({ length: rows }, (_, row) => row * 0.002);
const { states } = lorenzFrom([-8, 8, 27], grid(3000));
const data = { names, states, velocities: differences(states, 3, 0.002) };

function heldOut(seconds: number): Trajectories {
  const times = grid(500 * seconds);
  const items = [
    [5, 5, 20],
    [-3, -4, 15],
  ].map((initial) => ({ times, states: lorenzFrom(initial, times).states }));
  const units = ['', '', ''];
  return trajectories({ names, units, items, provenance: { stage: 'test' } });
}

test('held-out roll-outs pick the seven terms of Lorenz, and say why', () => {
  const sweep = sweepThresholds(data, { heldOut: heldOut(1) }, testContext());
  assert.is(sweep.picked.terms, 7);
  assert.equal(
    sweep.picked.system.terms.map((term) => term.name),
    ['x', 'y', 'z', 'x y', 'x z'],
  );
  assert.match(
    sweep.reason,
    /^7 terms err by 0\.0\d+ on held-out roll-outs, the best of \d+ models/,
  );
  assert.ok(sweep.picked.pareto);
  const front = sweep.rows.filter((row) => row.pareto);
  for (let at = 1; at < front.length; at++) {
    assert.ok(front[at].terms < front[at - 1].terms);
    assert.ok((front[at].heldOut ?? 0) >= (front[at - 1].heldOut ?? 0));
  }
});

test('each model comes once, from many terms to few', () => {
  const { rows } = sweepThresholds(data, {}, testContext());
  const keys = rows.map(({ system }) =>
    JSON.stringify(system.coefficients.map((row) => row.map((value) => value !== 0))),
  );
  assert.is(new Set(rows.map((row, at) => `${row.terms} ${keys[at]}`)).size, rows.length);
  for (let at = 1; at < rows.length; at++) assert.ok(rows[at].terms <= rows[at - 1].terms);
  assert.ok(rows.every((row) => row.heldOut === undefined));
});

test('the table marks the picked row', () => {
  const sweep = sweepThresholds(data, { thresholds: [0.1, 1.5, 3] }, testContext());
  const lines = sweepText(sweep);
  assert.is(lines.length, sweep.rows.length + 2);
  assert.match(lines[0], /threshold +terms +AICc +BIC +held-out/);
  assert.is(lines.filter((line) => line.startsWith('>')).length, 1);
  assert.match(lines[lines.length - 1], /^picked: least BIC/);
});

test('bad thresholds are named', () => {
  assert.throws(
    () => sweepThresholds(data, { thresholds: [0.1, 0] }, testContext()),
    /thresholds is 0; give positive numbers/,
  );
  assert.throws(
    () => sweepThresholds(data, { thresholds: [] }, testContext()),
    /thresholds is an array of 0 values/,
  );
});

test('data that do not move give the one model without terms', () => {
  const still = { names, states, velocities: new Float64Array(states.length) };
  const { rows, picked } = sweepThresholds(still, {}, testContext());
  assert.is(rows.length, 1);
  assert.is(picked.terms, 0);
});

test.run();
