import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parseCsv } from '../../src/csv/parse-csv.js';

const cells = (text: string, delimiter?: string): string[][] =>
  parseCsv(text, delimiter).map((record) => [...record.cells]);

test('comma, semicolon and tab are told apart', () => {
  assert.equal(cells('a,b\n1,2'), [
    ['a', 'b'],
    ['1', '2'],
  ]);
  assert.equal(cells('a;b\n1,5;2'), [
    ['a', 'b'],
    ['1,5', '2'],
  ]);
  assert.equal(cells('a\tb\n1,5;2\t3'), [
    ['a', 'b'],
    ['1,5;2', '3'],
  ]);
  assert.equal(cells('"a;b",c'), [['a;b', 'c']]);
  assert.equal(cells('a|b', '|'), [['a', 'b']]);
});

test('Excel: byte order mark, sep= line, CRLF', () => {
  assert.equal(cells('\uFEFFsep=;\r\nt;x\r\n0;1.5\r\n'), [
    ['t', 'x'],
    ['0', '1.5'],
  ]);
});

test('quotes hold delimiters, quotes and line ends; lines are counted through them', () => {
  const records = parseCsv('"a ""b"", c",d\n"two\nlines",1\n3,4');
  assert.equal(
    records.map(({ line }) => line),
    [1, 2, 4],
  );
  assert.equal(records[0].cells, ['a "b", c', 'd']);
  assert.equal(records[1].cells, ['two\nlines', '1']);
});

test('comments and blank lines are passed over but counted', () => {
  const records = parseCsv('# made by hand\n\na,b\n  # more\r\n1,2\r');
  assert.equal(
    records.map(({ line }) => line),
    [3, 5],
  );
});

test('a quote without its end is named by the line where it opens', () => {
  assert.throws(() => parseCsv('a,b\n1,"2\n3,4\n'), /Line 2: a quote is opened and never closed/);
});

test.run();
