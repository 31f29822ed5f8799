import { test } from 'uvu';
import * as assert from 'uvu/assert';
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
    'onnx-native',
    'onnx-wasm',
    'tfjs-tensorflow',
    'tfjs-wasm',
    'tfjs-cpu',
    'tfjs',
  ]);
});

test('without a name the first that loads is taken and nothing after it is tried', async () => {
  const reports: EngineReport[] = [];
  const engine = await selectEngine(undefined, (report) => reports.push(report));
  assert.is(engine.name, 'onnx-native');
  assert.equal(reports, [{ name: 'onnx-native', description: engine.description, problem: null }]);
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
    engineNames.filter((name) => name !== 'tfjs'),
  );
  for (const { name, description, problem } of reports) {
    assert.is(description === null, problem !== null, name);
    if (problem !== null) assert.match(problem, /npm install|Install @tensorflow/);
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
      ['tfjs-tensorflow', false],
      ['tfjs-wasm', true],
    ],
  );
});

test('threads are an option of the native engine', async () => {
  assert.match((await onnxNativeEngine({ threads: 1 })).description, /, 1 thread\)/);
  assert.match((await onnxNativeEngine({ threads: 3 })).description, /, 3 threads\)/);
});

test.run();
