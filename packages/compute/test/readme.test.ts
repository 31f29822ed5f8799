import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { close, runReadmeExample } from '@noether/testkit';
import { engineNames } from '../src/index.js';
import { operationTable } from './conformance/operation-table.js';

const readme = new URL('../README.md', import.meta.url);
const [START, END] = [
  '<!-- operations: written by UPDATE_README=1 npm test -->\n',
  '<!-- end of operations -->',
];

test('the example of the README runs', async () => {
  const { line } = await runReadmeExample(readme);
  close(line as number[], [2, 1], { atol: 1e-2 });
});

test('the README lists the operations that the conformance test compares', async () => {
  const text = await readFile(readme, 'utf8');
  const [before, rest] = text.split(START);
  const [found, after] = rest.split(END);
  const wanted = operationTable();
  if (process.env.UPDATE_README) await writeFile(readme, before + START + wanted + END + after);
  else assert.is(found, wanted, 'run the tests with UPDATE_README=1');
});

test('the README names every engine', async () => {
  const text = await readFile(readme, 'utf8');
  for (const name of engineNames) assert.ok(text.includes(`\`${name}\``) || name === 'tfjs', name);
});

test.run();
