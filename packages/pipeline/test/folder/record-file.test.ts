import { mkdir, writeFile } from 'node:fs/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readRecord } from '../../src/folder/record-file.js';
import { runFiles } from '../../src/folder/run-files.js';
import { someRecord } from '../some-record.js';
import { failure, inFolder } from '../tiny.js';

async function reading(content: unknown): Promise<unknown> {
  let found: unknown;
  await inFolder(async (folder) => {
    const files = runFiles(folder);
    await mkdir(folder);
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    await writeFile(files.record, text);
    found = await readRecord(files).catch(({ code, message }: Error & { code: string }) => {
      return `${code}: ${message.replace(files.record, 'RUN')}`;
    });
  });
  return found;
}

test('a record of before is read as it was written, numbers that were not finite among it', async () => {
  assert.equal(await reading(someRecord), someRecord);
});

test('no file is no record', async () => {
  await inFolder(async (folder) => {
    assert.is(await readRecord(runFiles(folder)), undefined);
    assert.is((await failure(readRecord(runFiles('\0')))).code, 'ERR_INVALID_ARG_VALUE');
  });
});

test('what is no record is one error that names the file and what it lacks', async () => {
  const { forecast, ...others } = someRecord;
  const hint = 'Delete it and resume the run to have it written again.';
  const cases: [unknown, string][] = [
    [{ kind: 'run' }, 'it lacks status (string), reason (string), preset (string) and 28 more'],
    [{ ...others, forecast: { ...forecast, nrmse: 3 } }, 'it lacks forecast.nrmse (list)'],
    [
      { ...others, forecast: null },
      'it lacks forecast.times (list), forecast.nrmse (list), forecast.validTime (number) and 3 more',
    ],
    [{ ...someRecord, kind: 'summary' }, 'it is no JSON of the kind "run"'],
    ['{"kind": "run"', 'it is no JSON of the kind "run"'],
    ['null', 'it is no JSON of the kind "run"'],
  ];
  for (const [content, why] of cases) {
    assert.is(
      await reading(content),
      `corrupt-file: RUN is not the record of a run: ${why}. ${hint}`,
    );
  }
});

test.run();
