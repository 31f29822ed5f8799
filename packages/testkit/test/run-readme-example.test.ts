import { mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runReadmeExample } from '@noether/testkit';

const test = suite('runReadmeExample');

const place = new URL('.', import.meta.url);

async function withReadme(text: string, use: (readme: URL) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(fileURLToPath(new URL('example-', place)));
  try {
    await mkdir(`${folder}/test`);
    await writeFile(`${folder}/README.md`, text);
    await use(pathToFileURL(`${folder}/README.md`));
    assert.equal(await readdir(`${folder}/test`), [], 'the temporary module is removed');
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('runs the first ts block and returns its exports', () =>
  withReadme(
    '# A\n\n```sh\nnpm install\n```\n\n```ts\nimport { identity } from "@noether/numerics";\nexport const size: number = identity(3).length;\n```\n\n```ts\nexport const size = 4;\n```\n',
    async (readme) => {
      assert.equal(await runReadmeExample(readme), { size: 9 });
      assert.equal(await runReadmeExample(readme.href), { size: 9 });
    },
  ));

test('needs no export', () =>
  withReadme(
    '```ts\nconst three = 3;\nif (three !== 3) throw new Error();\n```\n',
    async (readme) => {
      assert.equal(await runReadmeExample(readme), {});
    },
  ));

test('fails without a ts block', () =>
  withReadme('```js\nlet a;\n```\n', async (readme) => {
    await rejects(runReadmeExample(readme), /has no ```ts block/);
  }));

test('passes on what the example throws and still removes the module', () =>
  withReadme('```ts\nthrow new Error("broken example");\n```\n', async (readme) => {
    await rejects(runReadmeExample(readme), /broken example/);
  }));

async function rejects(promise: Promise<unknown>, pattern: RegExp): Promise<void> {
  let message = '';
  await promise.catch((error: Error) => (message = error.message));
  assert.match(message, pattern);
}

test.run();
