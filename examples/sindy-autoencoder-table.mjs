// Writes the table of the results of a SINDy autoencoder into the README of its example, between the
// markers <!-- seeds --> and <!-- /seeds -->:
//   node examples/sindy-autoencoder-table.mjs lorenz-128-sindyae
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const [name] = process.argv.slice(2);
const at = (path) => new URL(`${name}/${path}`, import.meta.url);
const records = readdirSync(at('results/'))
  .map((file) => JSON.parse(readFileSync(at(`results/${file}`), 'utf8')))
  .sort((a, b) => a.seed - b.seed);

/** Of numbers; nothing else has one. */
const median = (values) => {
  if (typeof values[0] !== 'number') return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
};
const small = (value) => value.toExponential(1);
/** Of the accelerations of a system of second order: its last equation, without the left side. */
const law = (r) => r.angle && r.equations.at(-1).split(' = ')[1];
const yesNo = (value) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : '');
const columns = [
  ['x', (r) => r.unexplained.states, small],
  ['derivative of x', (r) => r.unexplained.dataDerivative, small],
  ['derivative of z', (r) => r.unexplained.latentDerivative, small],
  ['terms', (r) => r.terms, String],
  ["z''", law, (text) => text || ''],
  ['angle / z', (r) => r.angle?.factor, (x) => x.toFixed(3)],
  ['R² of the angle', (r) => r.angle?.r2, (x) => x.toFixed(5)],
  ['sine in the angle', (r) => r.angle?.sine, (x) => x.toFixed(3)],
  ['found', (r) => r.found, yesNo],
  ['aligned: lowest R²', (r) => r.aligned && Math.min(...r.aligned.r2), (x) => x.toFixed(4)],
  ['aligned: terms above 1 %', (r) => r.aligned?.termsAbove1Percent, String],
  ['above 5 %', (r) => r.aligned?.termsAbove5Percent, String],
  ['SINDy there', (r) => r.aligned?.sindyTerms, String],
  ['valid time', (r) => r.forecastValidTime, (x) => x.toFixed(2)],
  ['CPU s', (r) => r.cpuSeconds, String],
].filter(([, value]) => records.every((record) => value(record) !== undefined));

const line = (cells) => `| ${cells.join(' | ')} |`;
const table = [
  line(['seed', ...columns.map(([title]) => title)]),
  line(['---', ...columns.map(() => '---')]),
  ...records.map((r) => line([r.seed, ...columns.map(([, value, show]) => show(value(r)))])),
  line(['median', ...columns.map(([, value, show]) => show(median(records.map(value))))]),
].join('\n');

const text = readFileSync(at('README.md'), 'utf8');
const [before, rest] = text.split('<!-- seeds -->');
const after = rest?.split('<!-- /seeds -->')[1];
if (after === undefined) throw new Error(`${name}/README.md has no <!-- seeds --> markers`);
writeFileSync(at('README.md'), `${before}<!-- seeds -->\n\n${table}\n\n<!-- /seeds -->${after}`);
