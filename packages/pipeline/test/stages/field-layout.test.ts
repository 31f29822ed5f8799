import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { fieldLayout } from '../../src/stages/field-layout.js';

const grid = (rows: number, columns: number, name = 'u'): string[] =>
  Array.from({ length: rows * columns }, (_, at) => {
    return `${name}[${Math.floor(at / columns)},${at % columns}]`;
  });

test('a picture is read off names with two indices, whatever their order', () => {
  const names = grid(4, 6).reverse();
  const layout = fieldLayout(names);
  assert.equal([layout?.quantity, layout?.height, layout?.width], ['u', 4, 6]);
  assert.equal(names[layout?.variables[0] ?? -1], 'u[0,0]');
  assert.equal(names[layout?.variables[8] ?? -1], 'u[1,2]');
});

test('of several quantities that alternate the first one is shown', () => {
  const names = grid(5, 5).flatMap((name) => [name.replace('u', 'x'), name.replace('u', 'y')]);
  const layout = fieldLayout(names);
  assert.is(layout?.quantity, 'x');
  assert.equal([...(layout?.variables.slice(0, 3) ?? [])], [0, 2, 4]);
});

test('numbered names are a signal', () => {
  const layout = fieldLayout(Array.from({ length: 64 }, (_, at) => `s${at + 1}`));
  assert.equal([layout?.quantity, layout?.height, layout?.width], ['s', 1, 64]);
});

test('few variables, holes, doubles and other names are no grid', () => {
  assert.is(fieldLayout(['x1', 'x2', 'x3']), null);
  assert.is(fieldLayout(grid(5, 5).slice(1)), null);
  assert.is(fieldLayout([...grid(5, 5).slice(1), 'u[4,4]']), null);
  assert.is(fieldLayout([...grid(5, 5), 'mass']), null);
  assert.is(fieldLayout(Array.from({ length: 20 }, (_, at) => 'abcdefghijklmnopqrst'[at])), null);
});

test.run();
