import { suite } from 'uvu';
import * as assert from 'uvu/assert';

import type { RunRecord } from '@noether/contracts';
import { renderSummaryReport } from '../src/index.js';
import { exampleRecord } from './example-input.js';
import { htmlFaults } from './html-faults.js';

const test = suite('renderSummaryReport');

const provenance = [{ label: 'preset', value: '<b>' }];

function run(seed: number, omega: number, status: RunRecord['status'] = 'discovered'): RunRecord {
  const reason = `Reason ${seed} & <more>.`;
  return { ...exampleRecord, seed, status, reason, symmetry: { ...exampleRecord.symmetry, omega } };
}

test('success rate, failures and medians of the successful runs', () => {
  const records = [run(1, 3), run(2, 0.001, 'collapsed'), run(3, 5), run(4, 3.5)];
  const html = renderSummaryReport({ title: 'a <title>', provenance }, records);
  assert.equal(htmlFaults(html), []);
  assert.match(html, 'Discovered in 3 of 4 runs (75 %).');
  assert.match(html, 'Failed: 1 × collapsed to the identity.');
  assert.match(html, /<span class="label">ω<\/span>\s*<span class="value">3\.50<\/span>/);
  assert.match(html, '3.00 to 5.00 in 3 successful runs');
});

test('one row a seed with its reason, linked to its report by a relative address', () => {
  const html = renderSummaryReport(
    { title: 't', reports: ['seed-1/report.html', 'javascript:alert(1)'], provenance },
    [run(1, 3), run(2, 4)],
  );
  assert.is(html.match(/<tr class="main">/g)?.length, 2);
  assert.match(html, '<a href="./seed-1/report.html">1</a>');
  assert.match(html, '<a href="./javascript%3Aalert(1)">2</a>');
  assert.match(html, 'Reason 2 &amp; &lt;more&gt;.');
});

test('no runs and no success are said plainly', () => {
  const none = renderSummaryReport({ title: 't', provenance: [] }, []);
  assert.equal(htmlFaults(none), []);
  assert.match(none, 'Discovered in 0 of 0 runs.');
  const failed = renderSummaryReport({ title: 't', provenance: [] }, [run(1, 0, 'diverged')]);
  assert.match(failed, /class="verdict bad"/);
  assert.not.match(failed, 'id="medians"');
});

test.run();
