// npm run bench -- agreement [--engines onnx-native,onnx-wasm] [--steps 200] [--rate 1e-4]
// Trains LaLiGAN's networks from one seed on tfjs-cpu and on each of the engines, and compares the losses
// of the last step: the bar is 1 %, the exit code 1 beyond it. The last row is no engine but what a change
// of 1e-7 in the first weights makes of onnx-native; where that leaves the bar too, as it does with a rate
// of 1e-3, the training itself is chaotic and no two engines can agree. Runs the compiled packages.
import { parseArgs } from 'node:util';
import { runCompiled } from '../run-compiled.mjs';

const BAR = 0.01;

export function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      engines: { type: 'string', default: 'onnx-native,onnx-wasm' },
      steps: { type: 'string', default: '200' },
      rate: { type: 'string', default: '1e-4' },
    },
  });
  const learningRate = Number(values.rate);
  const networks = { inputDimension: 2, width: 32, hidden: 2, batch: 64, learningRate };
  const train = (engine, nudge = '0') =>
    runCompiled('agreement/final-losses.mjs', [
      JSON.stringify(networks),
      engine,
      values.steps,
      nudge,
    ]);
  const expected = train('tfjs-cpu');
  for (const engine of values.engines.split(',')) {
    if (compare(engine, train(engine), expected) > BAR) process.exitCode = 1;
  }
  compare('onnx-native, nudged by 1e-7', train('onnx-native', '1e-7'), expected);
}

/** Prints losses beside the expected ones; the largest relative difference. */
function compare(name, found, expected) {
  const errors = Object.entries(expected).map(([loss, wanted]) => {
    const error = Math.abs(found[loss] - wanted) / Math.abs(wanted);
    return { text: `${loss} ${found[loss].toPrecision(6)} (${wanted.toPrecision(6)})`, error };
  });
  const largest = Math.max(...errors.map(({ error }) => error));
  const list = errors.map(({ text }) => text).join(', ');
  console.log(
    `${largest <= BAR ? '✔' : '✘'} ${name}: within ${(100 * largest).toPrecision(2)} %: ${list}`,
  );
  return largest;
}
