// npm run bench -- noise [--levels 0.05,0.1] [--from 0] [--seeds 20]
// Lorenz's system (10 s, 5000 rows) with noise: in how many draws each method finds the seven terms and no
// others, with its defaults. Writes results/noise-DATE.json; other seeds than the first ones are only printed.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { here, runTypescript } from '../run-typescript.mjs';

export function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      levels: { type: 'string', default: '0.05' },
      from: { type: 'string', default: '0' },
      seeds: { type: 'string', default: '20' },
    },
  });
  const results = values.levels.split(',').map((level) => {
    const result = runTypescript('discovery/noise.ts', [level, values.from, values.seeds]);
    console.log(`noise ${100 * result.level} % of the spread, seeds from ${result.from}`);
    for (const { method, found, seeds, medianError, seconds } of result.rows) {
      const error =
        medianError === undefined ? '' : `, median largest error ${medianError.toPrecision(2)}`;
      console.log(`  ${method}: ${found} of ${seeds}${error} (${seconds.toFixed(2)} s a fit)`);
    }
    return result;
  });
  if (values.from !== '0') return;
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(here(`results/noise-${date}.json`), `${JSON.stringify(results, null, 2)}\n`);
  console.log(`written to benchmarks/results/noise-${date}.json`);
}
