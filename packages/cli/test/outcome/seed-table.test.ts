import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { seedTableHead, seedTableRow } from '../../src/outcome/seed-table.js';
import { plainStyle } from '../../src/style.js';
import { divergedRecord, exampleRecord } from './example-record.js';

test('head and rows stand in the same columns', () => {
  assert.equal(
    [seedTableHead(plainStyle), seedTableRow(exampleRecord, plainStyle)],
    [
      'seed  verdict            omega  Re/Im  cosine   |dH|     R2  valid         time',
      '   3  discovered          3.25  0.000    0.02  0.164  0.969   8.50   1 min 06 s',
    ],
  );
});

test('large numbers stay in their columns', () => {
  const { symmetry } = exampleRecord;
  const invariance = { transformed: 7, reconstructed: 0, shuffled: 0.4, ratio: 19.475 };
  const row = seedTableRow({ ...exampleRecord, symmetry: { ...symmetry, invariance } }, plainStyle);
  assert.match(row, /0\.02 {3}19\.5 {2}0\.969/);
});

test('a failure is named and its missing numbers are dashes', () => {
  const row = seedTableRow(divergedRecord, plainStyle);
  assert.ok(row.length <= 79);
  assert.match(row, /^ {3}3 {2}diverged +- +- +- +- +- +- +1 min 06 s$/);
});

test.run();
