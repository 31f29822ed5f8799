import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { gapText, type Gaps } from '@noether/contracts';
import { fromCsv } from '../src/from-csv.js';

const values = (numbers: Float64Array | undefined): number[] => Array.from(numbers ?? []);

test('a header, a time column and units', () => {
  const { names, units, items } = fromCsv('Time (s),x [m],v\n0,1,2\n0.5,2,2\n2,5,2\n');
  assert.equal(names, ['x', 'v']);
  assert.equal(units, ['m', '']);
  assert.is(items.length, 1);
  assert.equal(values(items[0].times), [0, 0.5, 2]);
  assert.equal(values(items[0].states), [1, 2, 2, 2, 5, 2]);
  values(items[0].velocities).forEach((velocity, index) => {
    assert.ok(Math.abs(velocity - (index % 2 === 0 ? 2 : 0)) < 1e-12);
  });
});

test('as Excel writes it: byte order mark, semicolons, CRLF, quoted header, exponents', () => {
  const text = '\uFEFF"t";"prey"\r\n0;1.5E+00\r\n1;-2.5e-1\r\n2;.5\r\n';
  const { names, items } = fromCsv(text);
  assert.equal(names, ['prey']);
  assert.equal(values(items[0].states), [1.5, -0.25, 0.5]);
});

test('without a header, with dt, and with names in its place', () => {
  const plain = fromCsv('1\t2\n3\t4\n5\t6', { dt: 0.25 });
  assert.equal(plain.names, ['x1', 'x2']);
  assert.equal(values(plain.items[0].times), [0, 0.25, 0.5]);
  const named = fromCsv('0,1\n1,2\n', { names: ['t', 'height [m]'] });
  assert.equal(named.names, ['height']);
  assert.equal(named.units, ['m']);
});

test('a column separates trajectories, also when their rows alternate', () => {
  const text = 'trajectory,t,x\nb,0,1\na,0,10\nb,1,2\na,2,30\n';
  const { items, names } = fromCsv(text);
  assert.equal(names, ['x']);
  assert.equal(
    items.map((item) => values(item.states)),
    [
      [1, 2],
      [10, 30],
    ],
  );
  assert.equal(values(items[1].times), [0, 2]);
  assert.equal(values(items[1].velocities), [10, 10]);
});

test('columns of other names can be chosen', () => {
  const text = 'year,island,hares\n1900,A,30\n1901,A,47\n';
  const { items, names } = fromCsv(text, { time: 'year', trajectory: 'island' });
  assert.equal(names, ['hares']);
  assert.equal(values(items[0].times), [1900, 1901]);
  assert.throws(() => fromCsv(text, { time: 'Year' }), /time is "Year".*year, island, hares/);
});

test('a ragged row and a word are named by their line', () => {
  assert.throws(() => fromCsv('# note\nt,x\n0,1\n1\n'), /Line 4 has 1 cells; the first has 2/);
  assert.throws(() => fromCsv('t,x\n0,1\n1,many\n'), /Line 3: x is "many", not a number/);
  assert.throws(() => fromCsv('t;x\n0;1\n1;2,5\n'), /Line 3: x is "2,5".*decimal point/);
  assert.throws(() => fromCsv('t,x\n0,1\n1,0x10\n'), /Line 3/);
});

test('a missing value is a gap: the trajectory is cut there, and the count is told', () => {
  const rows = Array.from(
    { length: 9 },
    (_, row) => `${row},${row === 4 ? '' : row * row},${2 * row}`,
  );
  const data = fromCsv(`t,x,u [V]\n${rows.join('\n')}\n`, { inputs: ['u'] });
  assert.equal(
    data.items.map(({ times }) => Array.from(times)),
    [
      [0, 1, 2, 3],
      [5, 6, 7, 8],
    ],
  );
  assert.equal(data.gaps, { rows: 1, short: 0, cut: 1, pieces: 2 });
  assert.is(
    gapText(data.gaps as Gaps),
    '1 row with a missing value was cut out, which made 2 pieces of 1 trajectory',
  );
  assert.equal(data.inputs, { names: ['u'], units: ['V'] });
  assert.equal(Array.from(data.items[1].inputs ?? []), [10, 12, 14, 16]);
  assert.equal(Array.from(data.items[1].states), [25, 36, 49, 64]);
  assert.ok(
    Math.abs((data.items[1].velocities?.[1] ?? 0) - 12) < 1e-12,
    'no difference over the gap',
  );
});

test('a column of weights; columns that are not there', () => {
  const text = 't,x,w\n0,1,1\n1,2,0\n2,4,0.5\n';
  const { names, items } = fromCsv(text, { weight: 'w' });
  assert.equal([names, Array.from(items[0].weights ?? [])], [['x'], [1, 0, 0.5]]);
  assert.throws(() => fromCsv(text, { inputs: ['v'] }), /inputs is "v"; the variables are x, w/);
  assert.throws(() => fromCsv(text, { weight: 'v' }), /weight is "v"; the variables are x, w/);
});

test('refused gaps are named by trajectory and row', () => {
  const refuse = { gaps: 'refuse' } as const;
  const text = 'trajectory,t,x,y\na,0,1,1\nb,0,1,1\n\nb,1,,1\n';
  assert.throws(() => fromCsv(text, refuse), /Trajectory 1, row 1 \(line 5\): x is empty/);
  assert.throws(
    () => fromCsv('t,x\n0,1\n1,NaN\n', refuse),
    /Trajectory 0, row 1 \(line 3\): x is NaN/,
  );
  assert.throws(() => fromCsv('t,x\n0,1\n,2\n', refuse), /row 1 \(line 3\): the time is empty/);
});

test('time must be known once and increase', () => {
  assert.throws(() => fromCsv('x,y\n1,2\n'), /x, y hold no time.*give dt/);
  assert.throws(() => fromCsv('t,x\n1,2\n', { dt: 1 }), /leave dt out/);
  assert.throws(() => fromCsv('t,x\n1,2\n1,3\n'), /Trajectory 0, row 1: the time 1/);
  assert.throws(() => fromCsv('x\n1\n', { dt: 1 }), /Trajectory 0 has a single row/);
});

test('tables without content say so', () => {
  assert.throws(() => fromCsv('# nothing\n'), /no rows of numbers/);
  assert.throws(() => fromCsv('t,x\n'), /no rows of numbers/);
  assert.throws(() => fromCsv('t\n0\n1\n'), /hold no variable/);
  assert.throws(() => fromCsv('t,x,x\n0,1,2\n'), /Line 1: column 3 repeats the name x/);
  assert.throws(() => fromCsv('t,x,\n0,1,2\n'), /Line 1: column 3 has no name/);
  assert.throws(() => fromCsv('t,x\n0,1\n', { names: ['t'] }), /the file has 2 columns/);
  assert.throws(() => fromCsv('t,x\n0,1\n', { delimiter: '' }), /single character/);
});

test.run();
