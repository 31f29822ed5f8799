import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { RunRecord } from '@noether/contracts';
import type { Criterion } from '../../src/reproduce/criterion.js';
import { followsRotations, keepsRadius, tellsAxis } from '../../src/reproduce/follows-rotations.js';

function run(linear: number, radiusVariation: number, identityError: number): RunRecord {
  const symmetry = { orientation: { linear, radiusVariation } };
  return { symmetry, action: { identityError } } as unknown as RunRecord;
}

const CRITERIA = [followsRotations, keepsRadius, tellsAxis];

/** What holds of a run; a missing number fails. */
const held = (record: RunRecord): boolean[] =>
  CRITERIA.map((criterion: Criterion) => {
    const value = criterion.value(record);
    return value !== null && criterion.holds(value, record);
  });

test('vectors that follow rotations at one distance, decoded to what they can tell, pass', () => {
  assert.equal(held(run(0.95, 0.08, 0.6)), [true, true, true]);
});

test('each number alone can fail', () => {
  assert.equal(held(run(0.89, 0.08, 0.6)), [false, true, true]);
  assert.equal(held(run(0.95, 0.11, 0.6)), [true, false, true]);
  assert.equal(held(run(0.95, 0.08, 1)), [true, true, false], 'the mean picture leaves all');
});

test('a run without known rotations, or with too few windows held out, passes nothing', () => {
  const record = { symmetry: {}, action: null } as unknown as RunRecord;
  assert.equal(held(record), [false, false, false]);
});

test.run();
