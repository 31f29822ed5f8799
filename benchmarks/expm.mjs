// node benchmarks/expm.mjs [--python python3] [--rounds 3] [--count 100000] [--peer-count 100000]
// Times the batched exponential against a loop of scipy.linalg.expm over the same matrices, ours and
// theirs in turn, compares the check sums, prints the ratios and writes results/expm-DATE.json. A round is
// the best of five runs of ours and of five parts of theirs; ratios are of times per matrix.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { values } = parseArgs({
  options: {
    python: { type: 'string', default: 'python3' },
    rounds: { type: 'string', default: '3' },
    count: { type: 'string', default: '100000' },
    'peer-count': { type: 'string', default: '100000' },
    child: { type: 'boolean', default: false },
  },
});

if (!values.child) {
  const flags = ['--conditions=@noether/source', '--import', here('../tools/ts-register.mjs')];
  const { status } = spawnSync(
    process.execPath,
    [...flags, here('expm.mjs'), '--child', ...process.argv.slice(2)],
    {
      stdio: 'inherit',
      env: { ...process.env, NODE_NO_WARNINGS: '1', TS_NODE_PROJECT: here('tsconfig.json') },
    },
  );
  process.exit(status ?? 1);
}

const { combine, groupByName } = await import('@noether/lie-algebra');
const { expmBatch, randomStream } = await import('@noether/numerics');
const count = Number(values.count);
const peerCount = Math.min(count, Number(values['peer-count']));
const peer = here('peers/scipy_expm.py');
const hasScipy = spawnSync(values.python, ['-c', 'import scipy.linalg']).status === 0;
if (!hasScipy) console.log(`${values.python} has no scipy: timing ours alone.`);
const folder = mkdtempSync(join(tmpdir(), 'expm-'));

/** What is timed: matrices of normal entries, and closed forms by the coefficients of a group. */
const cases = [
  general('4 × 4, general', 4, 20),
  general('3 × 3, general', 3, 20),
  general('2 × 2, general (closed form)', 2, 50),
  ...['so2', 'sl2', 'so3', 'se2'].map((name) => closed(`${name} (closed form)`, name, 50)),
  closed('lorentz (closed form, 4 × 4)', 'lorentz', 20),
  closed('se3 (closed form, 4 × 4)', 'se3', 20),
];
const rows = cases.map(measure);
rmSync(folder, { recursive: true });
const date = new Date().toISOString().slice(0, 10);
const results = new URL(`results/expm-${date}.json`, import.meta.url);
const machine = { processor: cpus()[0].model.trim(), cores: availableParallelism() };
writeFileSync(
  results,
  `${JSON.stringify({ date, machine, node: process.version, count, peerCount, rows }, null, 2)}\n`,
);
const missed = rows.filter((row) => row.ratio !== null && row.ratio < row.bar);
console.log(missed.length === 0 ? 'every bar is met' : `${missed.length} below the bar`);

function general(label, n, bar) {
  const matrices = randomStream(label).fillNormal(new Float64Array(count * n * n));
  return { label, n, bar, matrices, run: () => expmBatch(matrices, n, count) };
}

function closed(label, name, bar) {
  const group = groupByName(name);
  const coefficients = randomStream(label).fillNormal(new Float64Array(count * group.dimension));
  const matrices = combine(group.generators, coefficients);
  return { label, n: group.size, bar, matrices, run: () => group.exp(coefficients) };
}

function measure({ label, n, bar, matrices, run }) {
  const file = join(folder, 'matrices.bin');
  writeFileSync(file, new Uint8Array(matrices.buffer));
  for (let warming = 0; warming < 5; warming++) run();
  const rounds = [];
  for (let round = 0; round < Number(values.rounds); round++) {
    let elements = run();
    let shortest = Infinity;
    for (let repeat = 0; repeat < 5; repeat++) {
      const started = performance.now();
      elements = run();
      shortest = Math.min(shortest, performance.now() - started);
    }
    const ours = (shortest * 1e3) / count;
    const theirs = hasScipy ? scipy(file, n, elements) : null;
    rounds.push({
      oursUs: ours,
      scipyUs: theirs && theirs.us,
      versions: theirs && theirs.versions,
    });
  }
  const oursUs = Math.min(...rounds.map((round) => round.oursUs));
  const scipyUs = hasScipy ? Math.min(...rounds.map((round) => round.scipyUs)) : null;
  const ratio = scipyUs === null ? null : scipyUs / oursUs;
  const ratios = rounds.map((round) => round.scipyUs && round.scipyUs / round.oursUs);
  console.log(
    `${label}: ours ${oursUs.toFixed(3)} µs` +
      (ratio === null
        ? ''
        : `, scipy ${scipyUs.toFixed(1)} µs, ${ratio.toFixed(0)} × faster (rounds ${ratios.map((r) => r.toFixed(0)).join(' ')}; bar ${bar})`),
  );
  return { label, n, bar, oursUs, scipyUs, ratio, ratios, versions: rounds[0].versions };
}

function scipy(file, n, elements) {
  const output = execFileSync(values.python, [peer, file, String(n), String(peerCount)]);
  const [seconds, sum, ...versions] = output.toString().trim().split(' ');
  const ours = elements.subarray(0, peerCount * n * n).reduce((total, entry) => total + entry, 0);
  if (Math.abs(ours - Number(sum)) > 1e-9 * Math.abs(ours)) {
    throw new Error(`The sums differ: ours ${ours}, scipy ${sum}.`);
  }
  return { us: (Number(seconds) * 1e6) / peerCount, versions: versions.join(' / ') };
}
