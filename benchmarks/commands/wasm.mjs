// npm run bench -- wasm [--only 'lotka-volterra (published), batch 256'] [--pairs 3] [--steps 5]
// Times a training step on onnx-wasm against the same step on tfjs-wasm, processes in turn, both on one
// thread, and prints the ratio of each pair. The bar is 5 times as fast; the exit code is 1 below it.
import { parseArgs } from 'node:util';
import { runTypescript } from '../run-typescript.mjs';

const BAR = 5;
/** Seconds after which no new step is begun. */
const SECONDS = '60';

export function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', default: 'lotka-volterra (published), batch 256' },
      pairs: { type: 'string', default: '3' },
      steps: { type: 'string', default: '5' },
    },
  });
  const list = runTypescript('step/list.ts');
  for (const [index, { name, batch }] of list.entries()) {
    const label = `${name}, batch ${batch}`;
    if (!label.includes(values.only)) continue;
    const time = (engine) =>
      runTypescript('step/time-step.ts', [String(index), engine, values.steps, SECONDS]).medianMs;
    const pairs = Array.from({ length: Number(values.pairs) }, () => [
      time('onnx-wasm'),
      time('tfjs-wasm'),
    ]);
    report(label, pairs);
  }
}

function report(label, pairs) {
  const ratios = pairs.map(([ours, theirs]) => theirs / ours).sort((a, b) => a - b);
  const ratio = ratios[ratios.length >> 1];
  const milliseconds = pairs.map((pair) => pair.map((value) => value.toFixed(0)).join(' against '));
  console.log(`${label}: onnx-wasm is ${ratio.toFixed(1)} times as fast as tfjs-wasm`);
  console.log(`  milliseconds ${milliseconds.join(', ')}; the bar is ${BAR} times`);
  if (ratio < BAR) process.exitCode = 1;
}
