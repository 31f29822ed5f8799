// npm run bench -- dependability [--systems lotka-volterra] [--seeds 10]
// How often the adversarial training finds the symmetry: the published settings and the recipe of the presets, each
// with one thing changed. Writes results/dependability-DATE.json after every seed, and prints the table.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { here, runTypescript } from '../run-typescript.mjs';

const VERDICTS = ['collapsed', 'discriminator-won', 'threshold-trap', 'rank-lost', 'diverged'];

export async function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      systems: { type: 'string', default: 'lotka-volterra' },
      seeds: { type: 'string', default: '10' },
    },
  });
  const date = new Date().toISOString().slice(0, 10);
  const results = [];
  for (const system of values.systems.split(',')) {
    for (let seed = 1; seed <= Number(values.seeds); seed++) {
      const runs = runTypescript('dependability/run-seed.ts', [system, String(seed)]);
      results.push(...runs.map((own) => ({ system, seed, ...own })));
      const text = `${JSON.stringify(results, null, 2)}\n`;
      writeFileSync(here(`results/dependability-${date}.json`), text);
    }
  }
  console.log(tableOf(results));
}

/** One line for each system and variant. */
export function tableOf(results) {
  const groups = new Map();
  for (const own of results) groups.set(keyOf(own), [...(groups.get(keyOf(own)) ?? []), own]);
  const rows = [...groups.values()].map((runs) => {
    const [{ system, base, change }] = runs;
    const count = (verdict) => runs.filter((own) => own.verdict === verdict).length;
    const failures = VERDICTS.filter((verdict) => count(verdict) > 0);
    return [
      system,
      base,
      change,
      `${count('discovered')} of ${runs.length}`,
      `${afterRestarts(runs)} of ${runs.length}`,
      failures.map((verdict) => `${count(verdict)} ${verdict}`).join(', '),
      median(runs.map(({ moved }) => moved)).toFixed(2),
    ];
  });
  const head = [
    'system',
    'settings',
    'change',
    'discovered',
    'best of 3',
    'the others',
    '|ΔH|, of a shuffle',
  ];
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '-')), ...rows.map(line)].join('\n');
}

/** Starting seeds whose run or, in turn, the next two were discoveries: restarts judged by the verdict. */
function afterRestarts(runs) {
  return runs.filter((_, first) =>
    [0, 1, 2].some((next) => runs[(first + next) % runs.length].verdict === 'discovered'),
  ).length;
}

const keyOf = ({ system, base, change }) => `${system} ${base} ${change}`;

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
