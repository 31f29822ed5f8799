// npm run bench -- step [--only TEXT] [--pairs 5] [--steps 30] [--engine onnx-native] [--torch PYTHON]
// Times our training step against PyTorch's, whole processes in turn (ours, theirs, ours, …), and
// writes medians and the ratio of each pair to results/step-DATE.json, beside other rows of that day. Without a Python that has
// PyTorch (--torch, or NOETHER_TORCH) only ours is timed.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { machine } from '../machine.mjs';
import { environment, here, runTypescript } from '../run-typescript.mjs';

export function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', default: '' },
      pairs: { type: 'string', default: '5' },
      steps: { type: 'string', default: '30' },
      engine: { type: 'string', default: 'onnx-native' },
      torch: { type: 'string', default: process.env.NOETHER_TORCH ?? 'python3' },
    },
  });
  const list = runTypescript('step/list.ts');
  const found = spawnSync(values.torch, ['-c', 'import torch'], { env: environment });
  const hasTorch = found.status === 0;
  if (!hasTorch) console.log(`${values.torch} has no PyTorch: timing ours alone.`);
  const rows = [];
  for (const [index, configuration] of list.entries()) {
    const label = `${configuration.name}, batch ${configuration.batch}`;
    if (!label.includes(values.only)) continue;
    const pairs = [];
    for (let pair = 0; pair < Number(values.pairs); pair++) {
      pairs.push({
        ours: runTypescript('step/time-step.ts', [String(index), values.engine, values.steps]),
        torch: hasTorch ? theirs(configuration, values) : null,
      });
    }
    rows.push(summary(label, pairs));
    console.log(line(rows.at(-1)));
  }
  write(rows, values.engine);
}

function theirs({ peer, width, hidden, batch }, { torch, steps }) {
  const output = execFileSync(
    torch,
    [
      here('peers/torch_step.py'),
      ...['--config', peer, '--hidden', String(width), '--layers', String(hidden)],
      ...['--batch', String(batch), '--threads', String(machine.threads), '--steps', steps],
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

function line(row) {
  const against =
    row.ratio === undefined
      ? ''
      : `, PyTorch ${row.torchMs.toFixed(2)} ms, ratio ${row.ratio.toFixed(2)} (${row.ratios.map((r) => r.toFixed(2)).join(' ')})`;
  return `${row.label}: ours ${row.oursMs.toFixed(2)} ms${against}, compiled in ${(row.compileMs / 1000).toFixed(2)} s, peak ${row.peakMb.toFixed(0)} MB`;
}

function write(rows, engine) {
  const date = new Date().toISOString().slice(0, 10);
  const file = here(`results/step-${date}.json`);
  const measured = new Set(rows.map(({ label }) => label));
  const earlier = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).rows : [];
  const all = [...earlier.filter(({ label }) => !measured.has(label)), ...rows];
  writeFileSync(file, `${JSON.stringify({ date, machine, engine, rows: all }, null, 2)}\n`);
  console.log(`written to benchmarks/results/step-${date}.json`);
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
