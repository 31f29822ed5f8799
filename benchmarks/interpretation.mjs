// node benchmarks/interpretation.mjs [--trials 100] [--only TEXT]
// How often interpretAlgebra names an algebra that is disguised by a random change of coordinates, a
// random mixing of the basis and noise: prints a table and writes results/interpretation-DATE.json
// (only when all algebras were asked).
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { values } = parseArgs({
  options: {
    trials: { type: 'string', default: '100' },
    only: { type: 'string', default: '' },
    child: { type: 'boolean', default: false },
  },
});

if (!values.child) {
  const flags = ['--conditions=@noether/source', '--import', here('../tools/ts-register.mjs')];
  const { status } = spawnSync(
    process.execPath,
    [...flags, here('interpretation.mjs'), '--child', ...process.argv.slice(2)],
    {
      stdio: 'inherit',
      env: { ...process.env, NODE_NO_WARNINGS: '1', TS_NODE_PROJECT: here('tsconfig.json') },
    },
  );
  process.exit(status ?? 1);
}

const { interpretAlgebra } = await import('@noether/lie-algebra');
const { randomStream } = await import('@noether/numerics');
const source = '../packages/lie-algebra';
const { knownAlgebras } = await import(`${source}/src/interpret/known-algebras.ts`);
const { disguise } = await import(`${source}/test/interpret/disguise.ts`);

const algebras = [
  ['so(2)', 2, 1],
  ['so(2) + scaling', 2, 2],
  ['scaling(2)', 2, 2],
  ['affine(1)', 2, 2],
  ['sl(2)', 2, 3],
  ['gl(2)', 2, 4],
  ['so(3)', 3, 3],
  ['so(1,2)', 3, 3],
  ['se(2)', 3, 3],
  ['heisenberg', 3, 3],
  ['scaling(3)', 3, 3],
  ['similarity(2)', 3, 4],
  ['sl(3)', 3, 8],
  ['so(3), 1 fixed', 4, 3],
  ['su(2)', 4, 3],
  ['sl(2), spin 3/2', 4, 3],
  ['u(2)', 4, 4],
  ['so(2) + so(2)', 4, 2],
  ['so(4)', 4, 6],
  ['so(1,3)', 4, 6],
  ['so(2,2)', 4, 6],
  ['se(3)', 4, 6],
  ['sp(4)', 4, 10],
  ['su(3)', 6, 8],
];
const trials = Number(values.trials);
const rows = [];

function report(label, noise, expected, answers, milliseconds) {
  const right = answers.filter((answer) => answer === expected).length;
  const others = {};
  for (const answer of answers) {
    if (answer !== expected)
      others[answer ?? 'no known algebra'] = (others[answer ?? 'no known algebra'] ?? 0) + 1;
  }
  rows.push({ label, noise, trials, right, others, milliseconds: milliseconds / trials });
  const misses = Object.entries(others).map(([name, count]) => `${count} × ${name}`);
  console.log(
    `${label.padEnd(28)} ${String(noise).padEnd(6)} ${String(right).padStart(4)} of ${trials}   ` +
      `${(milliseconds / trials).toFixed(1).padStart(7)} ms   ${misses.join(', ')}`,
  );
}

function ask(label, noise, expected, make) {
  if (!label.includes(values.only)) return;
  const random = randomStream('interpretation benchmark').split(`${label} ${noise}`);
  const start = performance.now();
  const answers = Array.from({ length: trials }, () => {
    const { generators, n } = make(random);
    return interpretAlgebra(generators, n).name;
  });
  report(label, noise, expected, answers, performance.now() - start);
}

for (const noise of [1e-3, 1e-2]) {
  for (const [name, n, c] of algebras) {
    const { generators } = knownAlgebras(n, c).find((known) => known.name === name);
    ask(name, noise, name, (random) => ({ generators: disguise(generators, n, noise, random), n }));
  }
  const rotations = knownAlgebras(3, 3).find(({ name }) => name === 'so(3)').generators;
  ask('two of three rotations', noise, null, (random) => ({
    generators: disguise(rotations.slice(0, 2), 3, noise, random),
    n: 3,
  }));
}
for (const [n, c] of [
  [2, 2],
  [3, 2],
  [3, 3],
  [4, 3],
  [4, 6],
]) {
  ask(`random, ${c} of ${n} × ${n}`, 'all', null, (random) => ({
    generators: Array.from({ length: c }, () => random.fillNormal(new Float64Array(n * n))),
    n,
  }));
}

if (values.only === '') {
  const date = new Date().toISOString().slice(0, 10);
  const machine = {
    processor: cpus()[0].model.trim(),
    threads: availableParallelism(),
    node: process.version,
  };
  const file = here(`results/interpretation-${date}.json`);
  writeFileSync(file, `${JSON.stringify({ date, machine, trials, rows }, null, 2)}\n`);
  console.log(`Written: results/interpretation-${date}.json`);
}
