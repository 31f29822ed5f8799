import { rm } from 'node:fs/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { runReadmeExample } from '@noether/testkit';
import type { RunRecord } from '@noether/contracts';

test('the example of the README runs', async () => {
  const example = await runReadmeExample(new URL('../README.md', import.meta.url));
  const { record, files, folder } = example as {
    record: RunRecord;
    files: string[];
    folder: string;
  };
  await rm(folder, { recursive: true });
  assert.is(record.preset, 'a few swings');
  assert.ok(files.includes('run.json') && files.includes('report.html'));
});

test.run();
