import { writeFile } from 'node:fs/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { numbers, readJson, toJson } from '../../src/folder/json.js';
import { failure, inFolder } from '../tiny.js';

test('JSON keeps every number, turns typed arrays into lists and what is not finite into null', () => {
  const value = {
    list: Float64Array.of(0.1, -1e-300, NaN, Infinity),
    text: 'a [ 1 ] \n [\n 1 ]',
    nested: [[1, 2], [Int32Array.of(3)]],
  };
  const text = toJson(value);
  assert.equal(JSON.parse(text), {
    list: [0.1, -1e-300, null, null],
    text: value.text,
    nested: [[1, 2], [[3]]],
  });
  assert.match(text, '"list": [ 0.1, -1e-300, null, null ]');
});

test('null in a list of numbers is read as NaN', () => {
  assert.equal([...numbers([1, null])], [1, NaN]);
});

test('a missing file is undefined, a broken one is named', async () => {
  await inFolder(async (path) => {
    assert.is(await readJson(path), undefined);
    await writeFile(path, '{ "a": 1');
    assert.is((await failure(readJson(path))).code, 'corrupt-file');
  });
});

test.run();
