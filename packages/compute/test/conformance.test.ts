import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { onnxNativeEngine, onnxWasmEngine, tfjsEngine, type Engine } from '../src/index.js';
import { differences, evaluate, instances, values } from './conformance/compare.js';
import type { Instance, Results } from './conformance/compare.js';
import { exceptions, wasmGaps } from './conformance/exceptions.js';
import { operations } from './conformance/operations.js';

const TIMES = 3;
const random = randomStream('conformance');
const reference = await tfjsEngine('cpu');
const wasm = await tfjsEngine('wasm');
const compiled: Readonly<Record<string, Engine>> = {
  'onnx-native': await onnxNativeEngine({ threads: 1 }),
  'onnx-wasm': await onnxWasmEngine(),
};

const tolerance =
  (engine: string) =>
  (operation: string): number =>
    exceptions.find((entry) => entry.engine === engine && entry.operation === operation)
      ?.tolerance ?? 1e-4;

for (const [family, table] of Object.entries(operations)) {
  const all = instances(table, random.split(family), TIMES);
  const arrays = values(all, random.split('values'));
  let known: Promise<Results> | undefined;
  const expected = (): Promise<Results> => (known ??= evaluate(reference, all, arrays));

  test(`${family}: the reference is finite`, async () => {
    for (const [name, data] of Object.entries(await expected())) {
      assert.ok(data.every(Number.isFinite), `${name} is not finite: ${data.slice(0, 9)}`);
    }
  });

  for (const [name, engine] of Object.entries(compiled)) {
    test(`${family}: ${name} agrees with tfjs cpu, values and gradients`, async () => {
      const actual = await evaluate(engine, all, arrays);
      assert.equal(differences(actual, await expected(), tolerance(name)), []);
    });
  }

  test(`${family}: tfjs wasm agrees with tfjs cpu, but for the listed gaps`, async () => {
    const wanted = await expected();
    const deadly = wasmGaps.filter(({ sign }) => sign === '').map(({ operation }) => operation);
    const found = new Map<string, string>();
    for (const { name } of table.filter((operation) => !deadly.includes(operation.name))) {
      const own = all.filter((instance) => instance.name.startsWith(`${name} #`));
      const [problem] = await problemsOnWasm(own, wanted);
      if (problem !== undefined) found.set(name, problem);
    }
    const own = new Set(table.map(({ name }) => name));
    const listed = wasmGaps.filter(({ operation, sign }) => own.has(operation) && sign !== '');
    assert.equal([...found.keys()], listed.map(({ operation }) => operation).sort(byOrderIn(own)));
    for (const { operation, sign } of listed) {
      assert.ok(found.get(operation)?.includes(sign), `${operation}: ${found.get(operation)}`);
    }
  });

  async function problemsOnWasm(own: readonly Instance[], wanted: Results): Promise<string[]> {
    try {
      const actual = await evaluate(wasm, own, arrays);
      const mine = Object.keys(actual).map((name) => [name, wanted[name]]);
      return differences(actual, Object.fromEntries(mine) as Results, tolerance('tfjs-wasm'));
    } catch (error) {
      return [(error as Error).message.split('\n')[0]];
    }
  }
}

function byOrderIn(names: ReadonlySet<string>): (a: string, b: string) => number {
  const order = [...names];
  return (a, b) => order.indexOf(a) - order.indexOf(b);
}

test('operation names are unique, and what is listed as an exception exists', () => {
  const names = Object.values(operations).flatMap((table) => table.map(({ name }) => name));
  assert.is(new Set(names).size, names.length);
  const listed = [...exceptions, ...wasmGaps].map(({ operation }) => operation);
  assert.equal(
    listed.filter((name) => !names.includes(name)),
    [],
  );
});

test.run();
