import { spawn } from 'node:child_process';
import { readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ProgressEvent } from '@noether/contracts';
import { discover, inspectRun, resumeDiscovery } from '../src/index.js';
import { failure, inFolder, numbersOf, silent, tinyConfig } from './tiny.js';

const seed = 7;
let whole: unknown;
let metrics = '';

test.before(async () => {
  await inFolder(async (out) => {
    await discover(tinyConfig(), { out, seed, observe: silent });
    whole = await numbersOf(out);
    metrics = await readFile(join(out, 'metrics.jsonl'), 'utf8');
  });
});

/** A run that is stopped after so many training steps. */
async function stopped(out: string, steps: number): Promise<void> {
  const controller = new AbortController();
  const observe = (event: ProgressEvent): void => {
    if (event.stage === 'training' && event.kind === 'progress' && event.done === steps) {
      controller.abort();
    }
  };
  const { signal } = controller;
  const error = await failure(discover(tinyConfig(), { out, seed, observe, signal }));
  assert.is(error.code, 'aborted');
}

async function resumesToTheSame(
  out: string,
  observe = silent as (e: ProgressEvent) => void,
): Promise<void> {
  await resumeDiscovery(out, { observe });
  assert.equal(await numbersOf(out), whole);
  assert.is(await readFile(join(out, 'metrics.jsonl'), 'utf8'), metrics);
}

for (const steps of [1, 6, 9, 14, 17]) {
  test(`stopped after ${steps} of 18 steps and resumed, a run gives the same numbers`, async () => {
    await inFolder(async (out) => {
      await stopped(out, steps);
      const found = await inspectRun(out);
      assert.is(found.kind === 'run' && found.state, 'interrupted');
      assert.is(found.kind === 'run' && found.epochs, Math.floor(steps / 6));
      await resumesToTheSame(out);
    });
  });
}

for (const step of [3, 15]) {
  test(`killed in step ${step} and resumed, a run gives the same numbers`, async () => {
    await inFolder(async (out) => {
      const script = fileURLToPath(new URL('kill-child.ts', import.meta.url));
      const child = spawn(process.execPath, [...process.execArgv, script, out, String(step)], {
        stdio: 'inherit',
      });
      const signal = await new Promise((resolve) => {
        child.on('exit', (_code, name) => resolve(name));
      });
      assert.is(signal, 'SIGKILL');
      await resumesToTheSame(out);
    });
  });
}

test('a run goes on from the checkpoint before when the newest is gone, cut off or changed', async () => {
  const damages: ((path: string) => Promise<void>)[] = [
    (path) => rm(path),
    (path) => truncate(path, 1000),
    (path) => truncate(path, 3),
    async (path) => {
      const bytes = await readFile(path);
      bytes[bytes.length - 5] ^= 1;
      await writeFile(path, bytes);
    },
    (path) => rename(path, `${path}.next`),
  ];
  for (const damage of damages) {
    await inFolder(async (out) => {
      await stopped(out, 14);
      await damage(join(out, 'checkpoint.safetensors'));
      await resumesToTheSame(out);
    });
  }
});

test('a damaged checkpoint is told of, and named when there is no other', async () => {
  await inFolder(async (out) => {
    await stopped(out, 14);
    await truncate(join(out, 'checkpoint.safetensors'), 500);
    await truncate(join(out, 'checkpoint.previous.safetensors'), 500);
    const { code, message } = await failure(resumeDiscovery(out, { observe: silent }));
    assert.is(code, 'corrupt-file');
    assert.match(message, 'Delete the checkpoint files');
    await rm(join(out, 'checkpoint.safetensors'));
    await rm(join(out, 'checkpoint.previous.safetensors'));
    await resumesToTheSame(out);
  });
});

test('a warning tells that the newest checkpoint was damaged', async () => {
  await inFolder(async (out) => {
    await stopped(out, 14);
    await truncate(join(out, 'checkpoint.safetensors'), 500);
    const warnings: string[] = [];
    await resumesToTheSame(out, (event) => {
      if (event.kind === 'warning') warnings.push(event.message);
    });
    assert.ok(warnings.some((message) => /checkpoint.safetensors is damaged/.test(message)));
  });
});

test('a warning tells that another version began the run', async () => {
  await inFolder(async (out) => {
    await stopped(out, 14);
    const path = join(out, 'state.json');
    const state = JSON.parse(await readFile(path, 'utf8')) as object;
    const resumed = async (changes: object): Promise<string[]> => {
      await writeFile(path, JSON.stringify({ ...state, ...changes }));
      const warnings: string[] = [];
      await resumesToTheSame(out, (event) => {
        if (event.kind === 'warning') warnings.push(event.message);
      });
      await rm(join(out, 'run.json'));
      return warnings;
    };
    assert.equal(await resumed({}), []);
    const [warning] = await resumed({ version: '0.0.1' });
    assert.match(warning, `${out} was begun by Noether 0.0.1; this is Noether`);
  });
});

test('a finished run is given back as it is, NaN included', async () => {
  await inFolder(async (out) => {
    const symmetry = { batchSize: 32, optimisers: { autoencoder: { learningRate: 1e30 } } };
    const record = await discover(tinyConfig({ symmetry }), { out, seed, observe: silent });
    const told: ProgressEvent[] = [];
    const observe = (event: ProgressEvent): void => void told.push(event);
    assert.equal(await resumeDiscovery(out, { observe }), record);
    const path = join(out, 'run.json');
    const version = /("@noether\/compute": )"[^"]*"/;
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace(version, '$1"0.0.1"'));
    await resumeDiscovery(out, { observe });
    assert.equal(
      told.map(({ kind }) => kind),
      ['note', 'warning'],
    );
    assert.match('message' in told[1] ? (told[1].message ?? '') : '', 'by Noether 0.0.1; this is');
  });
});

test('stopped before training, a run begins again', async () => {
  await inFolder(async (out) => {
    const controller = new AbortController();
    controller.abort();
    const options = { out, seed, observe: silent, signal: controller.signal };
    assert.is((await failure(discover(tinyConfig(), options))).code, 'aborted');
    await resumesToTheSame(out);
  });
});

test('a run goes on with the threads that it began with, and records them', async () => {
  await inFolder(async (out) => {
    const controller = new AbortController();
    controller.abort();
    const options = { out, seed, threads: 3, observe: silent, signal: controller.signal };
    assert.is((await failure(discover(tinyConfig(), options))).code, 'aborted');
    const record = await resumeDiscovery(out, { observe: silent });
    assert.is(record.threads, 3);
    assert.is((await numbersOf(out)).threads, 3);
  });
});

test('a folder without a run is refused', async () => {
  await inFolder(async (out) => {
    assert.is((await failure(resumeDiscovery(out, { observe: silent }))).code, 'no-run');
  });
});

test.run();
