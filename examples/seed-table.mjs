// Writes the table of a run over several seeds into the README of its example, between the markers
// <!-- seeds --> and <!-- /seeds -->:
//   node examples/seed-table.mjs runs/lotka-volterra-seeds-10 examples/lotka-volterra/README.md
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const [folder, readme] = process.argv.slice(2);
const records = readdirSync(folder)
  .filter((name) => name.startsWith('seed-'))
  .sort((a, b) => Number(a.slice(5)) - Number(b.slice(5)))
  .map((name) => JSON.parse(readFileSync(`${folder}/${name}/run.json`, 'utf8')));

const number = (value, digits) =>
  value === null || value === undefined ? '–' : value.toFixed(digits);
const columns = [
  ['seed', (r) => r.seed],
  ['verdict', (r) => r.status],
  ['ω', (r) => number(r.symmetry.omega, 2)],
  ['Re/Im', (r) => number(r.symmetry.realToImaginary, 4)],
  ['mean cosine', (r) => number(r.symmetry.meanCosine, 3)],
  [
    'BCE generator, real, fake',
    (r) =>
      Object.values(r.symmetry.bce)
        .map((x) => x.toFixed(2))
        .join(', '),
  ],
  ['H under g, of a shuffle', (r) => number(r.symmetry.invariance?.ratio, 3)],
  [
    'form within, between/within, Spearman',
    (r) =>
      r.symmetry.quadraticForm
        ? `${number(r.symmetry.quadraticForm.within, 3)}, ${number(r.symmetry.quadraticForm.betweenToWithin, 1)}, ${number(r.symmetry.quadraticForm.spearman, 4)}`
        : '–',
  ],
  ['relative MSE', (r) => r.reconstruction.relativeMse.toExponential(1)],
  ['lowest R²', (r) => number(Math.min(...r.equations.r2), 3)],
  ['valid time', (r) => number(r.forecast.validTime, 2)],
  ['DMD', (r) => number(r.forecast.baselines.dmd?.validTime, 2)],
  ['persistence', (r) => number(r.forecast.baselines.persistence?.validTime, 2)],
];
const line = (cells) => `| ${cells.join(' | ')} |`;
const table = [
  line(columns.map(([title]) => title)),
  line(columns.map(() => '---')),
  ...records.map((record) => line(columns.map(([, cell]) => cell(record)))),
].join('\n');
const text = readFileSync(readme, 'utf8');
const filled = text.replace(
  /<!-- seeds -->[\s\S]*<!-- \/seeds -->/,
  `<!-- seeds -->\n\n${table}\n\n<!-- /seeds -->`,
);
if (filled === text && !text.includes(table))
  throw new Error(`${readme} has no <!-- seeds --> markers`);
writeFileSync(readme, filled);
