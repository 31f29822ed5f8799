// npm run bench -- sindy [--sizes 100000,1000000] [--pairs 5] [--reps 5] [--stream 10000000] [--python PYTHON]
// Times the whole fit of Lorenz's system with all monomials to degree 5 (differences, library, QR, STLSQ; here,
// with one and with two workers) against a numpy peer on one BLAS thread with the Gram matrix, whole processes in
// turn on the same rows; then a stream of rows, one evaluation and a simulation. The gain of two workers stands
// beside that of the QR kernel alone, which is all that the machine has to give. Writes results/sindy-DATE.json.
// Without a Python that has numpy (--python, or NOETHER_TORCH) only ours is timed. Runs the compiled packages:
// npm run build comes first.
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { machine } from '../machine.mjs';
import { runCompiled } from '../run-compiled.mjs';
import { environment, here } from '../run-typescript.mjs';

export function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string', default: '100000,1000000' },
      pairs: { type: 'string', default: '5' },
      reps: { type: 'string', default: '5' },
      stream: { type: 'string', default: '10000000' },
      python: { type: 'string', default: process.env.NOETHER_TORCH ?? 'python3' },
    },
  });
  const found = spawnSync(values.python, ['-c', 'import numpy'], { env: environment });
  const hasNumpy = found.status === 0;
  if (!hasNumpy) console.log(`${values.python} has no numpy: timing ours alone.`);
  const fits = values.sizes.split(',').map((rows) => {
    const pairs = Array.from({ length: Number(values.pairs) }, () => ({
      ours: runCompiled('sindy/time-fit.mjs', [rows, values.reps]),
      numpy: hasNumpy ? theirs(rows, values) : null,
    }));
    const row = summary(pairs);
    console.log(line(row));
    return row;
  });
  const streams =
    Number(values.stream) > 0 ? [0, 2].map((workers) => stream(values.stream, workers)) : [];
  const result = runCompiled('sindy/time-result.mjs');
  console.log(
    `one row of ten terms ${result.evaluateNs.toFixed(0)} ns, its Jacobian ${result.jacobianNs.toFixed(0)} ns, ` +
      `a row of a batch ${result.batchRowNs.toFixed(0)} ns; Lorenz to T = 1 at 1e-10 ${result.simulateMs.toFixed(2)} ms`,
  );
  const date = new Date().toISOString().slice(0, 10);
  const file = here(`results/sindy-${date}.json`);
  writeFileSync(file, `${JSON.stringify({ date, machine, fits, streams, result }, null, 2)}\n`);
  console.log(`written to benchmarks/results/sindy-${date}.json`);
}

function theirs(rows, { python, reps }) {
  const peer = here('peers/numpy_sindy.py');
  const output = execFileSync(python, [peer, '--rows', rows, '--reps', reps], { env: environment });
  return JSON.parse(output.toString());
}

function summary(pairs) {
  const of = (way) => median(pairs.map(({ ours }) => ours[way].medianMs));
  const gains = pairs.map(({ ours }) => ours.one.medianMs / ours.two.medianMs);
  const kernelGains = pairs.map(({ ours }) => ours.kernelOne.medianMs / ours.kernelTwo.medianMs);
  const ratios = pairs.flatMap(({ ours, numpy }) =>
    numpy ? [ours.two.medianMs / numpy.median_ms] : [],
  );
  const { rows, terms, coefficientError } = pairs[0].ours;
  return {
    ...{ rows, terms, coefficientError },
    isSameForAnyWorkers: pairs.every(({ ours }) => ours.isSameForAnyWorkers),
    ...{ hereMs: of('here'), oneWorkerMs: of('one'), twoWorkersMs: of('two') },
    firstHereMs: median(pairs.map(({ ours }) => ours.here.firstMs)),
    ...{ gain: median(gains), gains, kernelGain: median(kernelGains), kernelGains },
    ...(ratios.length > 0 && {
      numpy: pairs[0].numpy.numpy,
      numpyMs: median(pairs.map(({ numpy }) => numpy.median_ms)),
      numpyCoefficientError: pairs[0].numpy.coefficient_error,
      ...{ ratio: median(ratios), ratios },
    }),
  };
}

function line(row) {
  const ms = (value) => `${value.toFixed(0)} ms`;
  const list = (values) => values.map((value) => value.toFixed(2)).join(' ');
  const against = row.ratio
    ? `; numpy ${ms(row.numpyMs)}, error ${row.numpyCoefficientError.toExponential(1)}, ratio ${row.ratio.toFixed(2)} (${list(row.ratios)})`
    : '';
  return (
    `${row.rows} rows, ${row.terms} terms left: here ${ms(row.hereMs)} (first ${ms(row.firstHereMs)}), one worker ` +
    `${ms(row.oneWorkerMs)}, two ${ms(row.twoWorkersMs)}, gain ${row.gain.toFixed(2)} (${list(row.gains)}; of the QR ` +
    `kernel alone ${row.kernelGain.toFixed(2)}: ${list(row.kernelGains)}), ` +
    `error of all 56 terms ${row.coefficientError.toExponential(1)}${against}`
  );
}

function stream(rows, workers) {
  const result = runCompiled('sindy/time-stream.mjs', [rows, String(workers)]);
  console.log(
    `${rows} rows streamed, ${workers} workers: ${result.seconds.toFixed(1)} s, peak ${result.peakMb.toFixed(0)} MB`,
  );
  return result;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
