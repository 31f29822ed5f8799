import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { describeRun } from '../../src/outcome/describe-run.js';
import { plainStyle } from '../../src/style.js';
import { divergedRecord, exampleRecord } from './example-record.js';

test('a run is told in verdict, generator, equations, forecast and time', () => {
  assert.equal(describeRun(exampleRecord, 'rotation, so(2)', plainStyle), [
    'discovered: The generator turns the latent states and the discriminator cannot',
    'tell.',
    '',
    'generator   rotation, so(2)',
    '            [0.00100, -3.20; 3.30, -0.00100]',
    '            omega 3.25, Re/Im 0.00031, mean cosine 0.018',
    '            moves the conserved quantity by 16 % of a shuffle',
    '            reconstruction error 0.00017 (relative MSE)',
    'equations   dz1/dt = 0.588 z2            R² 0.969',
    '            dz2/dt = -0.165 - 0.634 z1   R² 0.992',
    'forecast    valid for 8.50 of 10.0 time units',
    '            persistence 0.600, DMD 2.20, autoencoder alone 10.0',
    'time        1 min 06 s, of which training 1 min 01 s and judgement 2.4 s, on onnx-native',
  ]);
});

test('a record of before, whose training counts the judgement, is told without it', () => {
  const { judgement, ...before } = exampleRecord.seconds;
  assert.is(judgement, 2.4);
  const told = describeRun({ ...exampleRecord, seconds: before }, '', plainStyle).at(-1);
  assert.is(told, 'time        1 min 06 s, of which training 1 min 01 s, on onnx-native');
});

test('a latent dimension that was chosen is told with its reason', () => {
  const reason = 'Dimension 2 leaves 0.1 % of the variance (1 leaves 7 %).';
  const latentDimension = { dimension: 2, clear: true, reason, variables: 2, rows: [] };
  const told = (clear: boolean): string =>
    describeRun(
      { ...exampleRecord, latentDimension: { ...latentDimension, clear } },
      '',
      plainStyle,
    ).join('\n');
  assert.match(told(true), 'latent      dimension 2: Dimension 2 leaves 0.1 % of the variance');
  assert.match(told(false), 'dimension 2 (no clear choice): ');
});

test('several generators are told by the algebra they span', () => {
  const { symmetry } = exampleRecord;
  const turn = [
    [0, -1],
    [1, 0],
  ];
  const algebra = {
    sentence: 'so(2) + scaling, closure 0, entries explained to 1e-3',
    name: 'so(2) + scaling',
    dimension: 2,
    closure: 0.0012,
    error: 0.001,
    signature: [0, 0, 2],
    basis: [turn],
  } as const;
  const generators = [turn, turn];
  const told = (change: object): string =>
    describeRun(
      {
        ...exampleRecord,
        symmetry: { ...symmetry, generators, algebra: { ...algebra, ...change } },
      },
      algebra.sentence,
      plainStyle,
    ).join('\n');
  assert.match(told({}), 'span so(2) + scaling, dimension 2, closure 0.0012');
  assert.match(told({}), 'Killing form 0 positive, 0 negative, 2 zero');
  assert.match(told({}), 'basis [0, -1.00; 1.00, 0]');
  assert.match(told({ name: null }), 'span no known algebra, dimension 2');
});

test('a diverged run is told without numbers that it does not have', () => {
  const lines = describeRun(divergedRecord, null, plainStyle);
  assert.is(lines[0], 'diverged: After step 12 the loss is not finite.');
  assert.equal(lines.slice(2, 5), ['generator   none', 'equations   none', 'forecast    none']);
  assert.not.match(lines.join('\n'), /NaN|null|undefined/);
});

test('the looks of a matrix are not passed off as a symmetry', () => {
  const lines = describeRun(
    { ...exampleRecord, status: 'discriminator-won' },
    'rotation, so(2)',
    plainStyle,
  );
  assert.match(lines.join('\n'), 'generator   no symmetry; looks like: rotation, so(2)');
});

test.run();
