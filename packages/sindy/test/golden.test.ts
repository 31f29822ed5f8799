import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { allChecks } from './checks/all.js';

for (const { file, name, error, tolerance } of allChecks()) {
  if (tolerance === undefined) continue;
  test(`${file}, ${name}`, () => {
    assert.ok(error <= tolerance, `off by ${error}, allowed is ${tolerance}`);
  });
}

test.run();
