import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { trajectories } from '@noether/contracts';
import { samplingUnevenness } from '../src/sampling-unevenness.js';

const of = (...paths: number[][]) =>
  trajectories({
    names: ['x'],
    units: [''],
    items: paths.map((times) => ({
      times: Float64Array.from(times),
      states: new Float64Array(times.length),
    })),
    provenance: { stage: 'test' },
  });

test('the spread of all steps over their mean', () => {
  assert.is(samplingUnevenness(of([0, 2, 4], [1, 3])), 0);
  assert.is(samplingUnevenness(of([0, 1, 4])), 1);
  assert.is(samplingUnevenness(of([0, 1], [0, 3])), 1);
  assert.is(samplingUnevenness(of([0])), 0);
});

test.run();
