// npm run bench -- gpu [--only TEXT] [--pairs 5] [--steps 30] [--torch PYTHON]
// Times the training step of every configuration whose label holds TEXT on each engine that finds a
// graphics card, and on PyTorch with CUDA where --torch or NOETHER_TORCH names a Python that has it; whole
// processes in turn. Prints a table and writes results/gpu-DATE.json. Without a card it says what is
// missing, and the exit code is 1.
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { machine } from '../machine.mjs';
import { environment, here, runTypescript } from '../run-typescript.mjs';

/** Seconds after which no new step is begun. */
const SECONDS = '20';
const PYTORCH = 'PyTorch cuda';

export function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', default: '' },
      pairs: { type: 'string', default: '5' },
      steps: { type: 'string', default: '30' },
      torch: { type: 'string', default: process.env.NOETHER_TORCH ?? 'python3' },
    },
  });
  const reports = runTypescript('gpu/engines.ts');
  const card = cardOf(values.torch);
  for (const { name, problem, description } of reports) {
    console.log(problem === null ? `✔ ${description}` : `✘ ${name}: ${problem}`);
  }
  console.log(
    card
      ? `✔ ${PYTORCH} on ${card}`
      : `✘ ${PYTORCH}: ${values.torch} has no PyTorch that sees a card.`,
  );
  const engines = reports.filter(({ problem }) => problem === null).map(({ name }) => name);
  if (engines.length === 0) {
    console.log(
      'Nothing was timed: no engine finds a graphics card here. What is missing stands above.',
    );
    process.exitCode = 1;
    return;
  }
  report(measure([...engines, ...(card ? [PYTORCH] : [])], values), card);
}

function cardOf(python) {
  const ask =
    'import torch; print(torch.cuda.get_device_name() if torch.cuda.is_available() else "")';
  const { status, stdout } = spawnSync(python, ['-c', ask], { env: environment });
  return status === 0 ? stdout.toString().trim() : '';
}

function measure(names, options) {
  const rows = [];
  for (const [index, configuration] of runTypescript('step/list.ts').entries()) {
    const label = `${configuration.name}, batch ${configuration.batch}`;
    if (!label.includes(options.only)) continue;
    const times = Object.fromEntries(names.map((name) => [name, []]));
    for (let pair = 0; pair < Number(options.pairs); pair++) {
      for (const name of names) times[name].push(time(name, configuration, index, options));
    }
    rows.push({ label, times });
  }
  return rows;
}

/** Milliseconds of a step; null where it fails, which is said. */
function time(name, configuration, index, { steps, torch }) {
  try {
    if (name === PYTORCH) return pytorch(torch, configuration, steps);
    return runTypescript('step/time-step.ts', [String(index), name, steps, SECONDS]).medianMs;
  } catch (error) {
    console.log(`${name} fails at ${configuration.name}: ${error.message.split('\n')[0]}`);
    return null;
  }
}

function pytorch(python, { peer, width, hidden, batch }, steps) {
  const output = execFileSync(
    python,
    [
      here('peers/torch_step.py'),
      ...['--config', peer, '--hidden', String(width), '--layers', String(hidden)],
      ...['--batch', String(batch), '--steps', steps, '--device', 'cuda'],
    ],
    { env: environment, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  return JSON.parse(output.toString()).median_ms;
}

function report(rows, card) {
  const names = Object.keys(rows[0]?.times ?? {});
  console.log(
    `\n| ms of a step, medians | ${names.join(' | ')} |\n| --- |${' --- |'.repeat(names.length)}`,
  );
  for (const { label, times } of rows) {
    const cells = names.map((name) => median(times[name])?.toFixed(2) ?? 'fails');
    console.log(`| ${label} | ${cells.join(' | ')} |`);
  }
  if (rows.length === 0) return;
  const date = new Date().toISOString().slice(0, 10);
  const file = `results/gpu-${date}.json`;
  writeFileSync(here(file), `${JSON.stringify({ date, machine, card, rows }, null, 2)}\n`);
  console.log(`written to benchmarks/${file}`);
}

function median(values) {
  if (values.includes(null)) return undefined;
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
