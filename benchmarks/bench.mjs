// npm run bench -- step [--only TEXT] [--pairs 5] [--steps 30] [--engine onnx-native] [--torch PYTHON]
// Times our training step against PyTorch's, whole processes in turn (ours, theirs, ours, …), and
// writes medians and the ratio of each pair to results/step-DATE.json, beside other rows of that day. Without a Python that has
// PyTorch (--torch, or NOETHER_TORCH) only ours is timed.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    pairs: { type: 'string', default: '5' },
    steps: { type: 'string', default: '30' },
    engine: { type: 'string', default: 'onnx-native' },
    torch: { type: 'string', default: process.env.NOETHER_TORCH ?? 'python3' },
  },
});
if (positionals[0] !== 'step') {
  console.error('Usage: npm run bench -- step [--only TEXT] [--pairs N] [--torch PYTHON]');
  process.exit(2);
}

const loader = ['--conditions=@noether/source', '--import', here('../tools/ts-register.mjs')];
const environment = {
  ...process.env,
  NODE_NO_WARNINGS: '1',
  TS_NODE_PROJECT: here('tsconfig.json'),
};
// An older kernel named by the environment would slow the peer down.
delete environment.OPENBLAS_CORETYPE;
delete environment.OPENBLAS_L2_SIZE;

const list = ours(-1);
const hasTorch = spawnSync(values.torch, ['-c', 'import torch'], { env: environment }).status === 0;
if (!hasTorch) console.log(`${values.torch} has no PyTorch: timing ours alone.`);
const rows = [];
for (const [index, configuration] of list.entries()) {
  const label = `${configuration.name}, batch ${configuration.batch}`;
  if (!label.includes(values.only)) continue;
  const pairs = [];
  for (let pair = 0; pair < Number(values.pairs); pair++) {
    pairs.push({ ours: ours(index), torch: hasTorch ? theirs(configuration) : null });
  }
  rows.push(summary(label, pairs));
  const row = rows.at(-1);
  console.log(
    `${label}: ours ${row.oursMs.toFixed(2)} ms` +
      (hasTorch
        ? `, PyTorch ${row.torchMs.toFixed(2)} ms, ratio ${row.ratio.toFixed(2)} (${row.ratios.map((r) => r.toFixed(2)).join(' ')})`
        : '') +
      `, compiled in ${(row.compileMs / 1000).toFixed(2)} s, peak ${row.peakMb.toFixed(0)} MB`,
  );
}
const date = new Date().toISOString().slice(0, 10);
const machine = {
  processor: cpus()[0].model.trim(),
  threads: availableParallelism(),
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
};
const file = here(`results/step-${date}.json`);
const measured = new Set(rows.map(({ label }) => label));
const earlier = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).rows : [];
const all = [...earlier.filter(({ label }) => !measured.has(label)), ...rows];
writeFileSync(
  file,
  `${JSON.stringify({ date, machine, engine: values.engine, rows: all }, null, 2)}\n`,
);
console.log(`written to benchmarks/results/step-${date}.json`);

function ours(index) {
  const steps = index < 0 ? [] : [String(index), values.engine, values.steps];
  const script = index < 0 ? 'step/list.ts' : 'step/time-step.ts';
  const output = execFileSync(process.execPath, [...loader, here(script), ...steps], {
    env: environment,
    cwd: here('.'),
  });
  return JSON.parse(output.toString().trim().split('\n').at(-1));
}

function theirs({ peer, width, hidden, batch }) {
  const output = execFileSync(
    values.torch,
    [
      here('peers/torch_step.py'),
      ...['--config', peer, '--hidden', String(width), '--layers', String(hidden)],
      ...['--batch', String(batch), '--threads', String(availableParallelism())],
      ...['--steps', values.steps],
    ],
    { env: environment },
  );
  return JSON.parse(output.toString());
}

function summary(label, pairs) {
  const ratios = pairs.flatMap(({ ours: a, torch: b }) => (b ? [a.medianMs / b.median_ms] : []));
  return {
    label,
    oursMs: median(pairs.map(({ ours: a }) => a.medianMs)),
    oursMinMs: Math.min(...pairs.map(({ ours: a }) => a.minMs)),
    compileMs: median(pairs.map(({ ours: a }) => a.compileMs)),
    peakMb: Math.max(...pairs.map(({ ours: a }) => a.peakMb)),
    ...(ratios.length > 0 && {
      torch: pairs[0].torch.torch,
      torchMs: median(pairs.map(({ torch: b }) => b.median_ms)),
      torchMinMs: Math.min(...pairs.map(({ torch: b }) => b.min_ms)),
      ratio: median(ratios),
      ratios,
    }),
  };
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
