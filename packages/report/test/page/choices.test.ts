import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { action } from '../../src/page/action.js';
import { choices } from '../../src/page/choices.js';
import { exampleRecord } from '../example-input.js';

test('the trainings with 1, 2, … generators are told, and which number was chosen', () => {
  const trial = { reason: '', independent: 1, closure: 0 };
  const generatorGrowth = {
    generators: 1,
    most: 6,
    clear: true,
    reason: '1 generator holds. 2 are no symmetry (collapsed).',
    trials: [
      { ...trial, generators: 1, status: 'discovered' },
      { ...trial, generators: 3, from: 1, status: 'collapsed', closure: 0.62 },
    ],
  } as const;
  const html = choices({ ...exampleRecord, generatorGrowth });
  assert.match(html, 'Generators: 1. 1 generator holds. 2 are no symmetry (collapsed).');
  assert.match(html, '1, chosen</th><td class="text">discovered</td>');
  assert.match(html, '3, implied by 1</th>');
  assert.match(html, '0.620</td>');
  const unclear = { ...generatorGrowth, clear: false };
  assert.match(choices({ ...exampleRecord, generatorGrowth: unclear }), '1, not a clear choice.');
});

test('a judgement on data held out is a table with its sentence; without one there is none', () => {
  const compared = { transformed: 0.21, reconstructed: 0.05, data: 0.04 };
  const judged = {
    verdict: 'no-symmetry',
    reason: 'Transformed windows differ.',
    identityError: 0.001,
    compatibilityError: 0.002,
    invertibilityError: 0.003,
    movement: 0.97,
    wasserstein: compared,
    manifold: compared,
    twoSample: { statistic: 0.0158, pValue: 0.005 },
    control: { statistic: 0.001, pValue: 0.6 },
  } as const;
  const html = action({ ...exampleRecord, action: judged });
  assert.match(html, 'Not borne out. Transformed windows differ. Windows of states');
  assert.match(html, '0.210</td><td class="number">0.0500</td><td class="number">0.0400');
  assert.match(html, '97.0\u00a0%');
  assert.match(
    action({ ...exampleRecord, action: { ...judged, verdict: 'symmetry' } }),
    'Borne out.',
  );
  assert.is(action(exampleRecord), '');
});

test.run();
