// npm run bench -- memory [--engine onnx-native] [--steps 2000]
// What training leaves behind after 2,000 steps of small networks and, for the networks published for
// reaction–diffusion, the time to compile and the peak of the process. The exit code is 1 when a bar is
// missed. Runs the compiled packages: npm run build comes first.
import { parseArgs } from 'node:util';
import { runCompiled } from '../run-compiled.mjs';

const GROWTH = 2 ** 20;
const COMPILE_MS = 2000;
/** What Node, tfjs and onnxruntime may take themselves. */
const PROCESS = 150e6;
const SMALL = { inputDimension: 2, width: 64, hidden: 3, batch: 256 };
const LARGE = { inputDimension: 10_000, width: 512, hidden: 5 };

export function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      engine: { type: 'string', default: 'onnx-native' },
      steps: { type: 'string', default: '2000' },
    },
  });
  const measure = (networks, steps) =>
    runCompiled('memory/measure.mjs', [JSON.stringify(networks), values.engine, steps]);
  reportGrowth(measure(SMALL, values.steps), values.steps);
  for (const batch of [64, 256]) reportPeak(batch, measure({ ...LARGE, batch }, '20'));
}

function reportGrowth({ engine, growthBytes, tensorsBefore, tensorsAfter }, steps) {
  console.log(`${engine}, ${steps} steps of the default networks, batch ${SMALL.batch}:`);
  check(`grew by ${growthBytes} bytes`, growthBytes < GROWTH, 'less than 1 MB');
  const tensors = `${tensorsBefore} tensors before, ${tensorsAfter} after`;
  check(tensors, tensorsBefore === tensorsAfter, 'as many');
}

/** Parameters × 6 + activations + 150 MB; the estimate holds four buffers of parameters already. */
function reportPeak(batch, { compileMs, peakBytes, idleBytes, parameters, estimatedBytes }) {
  const bound = estimatedBytes + 2 * 4 * parameters + PROCESS;
  console.log(`reaction–diffusion, batch ${batch}, ${parameters} parameters:`);
  check(`compiled in ${(compileMs / 1000).toFixed(2)} s`, compileMs <= COMPILE_MS, '2 s');
  const model = peakBytes - idleBytes;
  check(`peak of ${megabytes(peakBytes)}`, peakBytes <= bound, megabytes(bound));
  console.log(
    `    ${megabytes(idleBytes)} of it before there was a model, ${megabytes(model)} since`,
  );
}

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;

function check(found, isMet, bar) {
  console.log(`  ${isMet ? '✔' : '✘'} ${found}; the bar is ${bar}`);
  if (!isMet) process.exitCode = 1;
}
