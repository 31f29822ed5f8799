import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { NoetherError } from '@noether/contracts';
import {
  engineNames,
  examineEngines,
  onnxNativeEngine,
  selectEngine,
  tfjsEngine,
  type EngineReport,
} from '../../src/index.js';
import { rejection } from '../support/rejection.js';

test('the names, in the order in which they are tried', () => {
  assert.equal(engineNames, [
    'tfjs-tensorflow-gpu',
    'onnx-native',
    'onnx-wasm',
    'tfjs-tensorflow',
    'tfjs-wasm',
    'tfjs-cpu',
    'onnx-native:cuda',
    'onnx-native:webgpu',
    'tfjs',
    'fastest',
  ]);
});

const gpu = await tfjsEngine('tensorflow-gpu').then(
  () => true,
  () => false,
);

async function withVariable(value: string | undefined, work: () => Promise<void>): Promise<void> {
  const before = process.env.NOETHER_ENGINE;
  const set = (name: string | undefined): void => {
    if (name === undefined) delete process.env.NOETHER_ENGINE;
    else process.env.NOETHER_ENGINE = name;
  };
  set(value);
  await work().finally(() => set(before));
}

test('without a name the first that loads is taken and nothing after it is tried', async () => {
  for (const unset of [undefined, '']) {
    await withVariable(unset, async () => {
      const reports: EngineReport[] = [];
      const engine = await selectEngine(undefined, (report) => reports.push(report));
      const last = reports.at(-1) as EngineReport;
      assert.is(last.description, engine.description);
      assert.is(last.name, gpu ? 'tfjs-tensorflow-gpu' : 'onnx-native');
      const failed = reports.slice(0, -1);
      assert.equal(
        failed.map(({ name }) => name),
        gpu ? [] : ['tfjs-tensorflow-gpu'],
      );
      for (const { problem } of failed) assert.match(problem ?? '', /tfjs-node-gpu/);
    });
  }
});

test('NOETHER_ENGINE is asked where no name is given', async () => {
  await withVariable('tfjs-cpu', async () => {
    assert.match((await selectEngine()).description, /^tfjs \(cpu/);
    assert.is((await selectEngine('onnx-wasm')).name, 'onnx-wasm');
  });
  await withVariable('abacus', async () => {
    assert.is((await rejection(() => selectEngine())).value, 'abacus');
  });
});

for (const [name, kind, description] of [
  ['onnx-native', 'onnx-native', /^onnx-native \(onnxruntime [\d.]+, \d+ threads?\)$/],
  ['onnx-wasm', 'onnx-wasm', /^onnx-wasm \(onnxruntime [\d.]+, 1 thread\)$/],
  ['tfjs-wasm', 'tfjs', /^tfjs \(wasm, version [\d.]+\)$/],
  ['tfjs-cpu', 'tfjs', /^tfjs \(cpu, version [\d.]+\)$/],
] as const) {
  test(`${name} is found by its name and describes itself`, async () => {
    const engine = await selectEngine(name);
    assert.is(engine.name, kind);
    assert.match(engine.description, description);
  });
}

test('an unknown name is refused with the known ones', async () => {
  const error = await rejection(() => selectEngine('cuda'));
  assert.is(error.code, 'unknown-engine');
  assert.is(error.value, 'cuda');
  assert.match(error.message, /no engine called "cuda".*onnx-native, onnx-wasm, .*tfjs/);
});

test('every engine of this machine is examined, and one that fails says what to install', async () => {
  const reports = await examineEngines();
  assert.equal(
    reports.map(({ name }) => name),
    engineNames.slice(0, -2),
  );
  for (const { name, description, problem } of reports) {
    assert.is(description === null, problem !== null, name);
    if (problem !== null)
      assert.match(problem, /npm install|Install @tensorflow|It needs an? |nvidia-smi/);
  }
});

test('an engine asked for by name that does not load is an error, and tfjs goes on with another', async () => {
  const available = await tfjsEngine('tensorflow').then(
    () => true,
    () => false,
  );
  const reports: EngineReport[] = [];
  const engine = await selectEngine('tfjs', (report) => reports.push(report));
  assert.is(engine.name, 'tfjs');
  if (available) return;
  const error = await rejection(() => selectEngine('tfjs-tensorflow'));
  assert.is(error.code, 'engine-unavailable');
  assert.is(error.value, 'tensorflow');
  assert.match(error.message, /Install @tensorflow\/tfjs-node-gpu or @tensorflow\/tfjs-node\./);
  assert.equal(
    reports.map(({ name, problem }) => [name, problem === null]),
    [
      ['tfjs-tensorflow-gpu', false],
      ['tfjs-tensorflow', false],
      ['tfjs-wasm', true],
    ],
  );
});

test('threads are an option of the native engine', async () => {
  assert.match((await onnxNativeEngine({ threads: 1 })).description, /, 1 thread\)/);
  assert.match((await onnxNativeEngine({ threads: 3 })).description, /, 3 threads\)/);
  const chosen = await selectEngine('onnx-native', undefined, 3);
  assert.match(chosen.description, /, 3 threads\)/);
});

for (const [provider, needs] of [
  ['cuda', /an NVIDIA card with CUDA 12/],
  ['webgpu', /a graphics card with a driver/],
] as const) {
  test(`onnx-native:${provider} runs, or one error names what is missing`, async () => {
    const name = `onnx-native:${provider}`;
    const engine = await selectEngine(name).catch((error: unknown) => error as NoetherError);
    if (!(engine instanceof NoetherError)) {
      assert.match(engine.description, new RegExp(`, ${provider}\\)$`));
      return;
    }
    assert.is(engine.code, 'engine-unavailable');
    assert.is(engine.argument, name);
    assert.match(engine.message, new RegExp(`^onnxruntime's ${provider} provider does not start`));
    assert.match(engine.message, needs);
    assert.match(String(engine.value), /found|installed|exist|adapter|load/i);
  });
}

test.run();
