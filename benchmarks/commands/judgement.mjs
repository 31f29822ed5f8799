// npm run bench -- judgement [--draws 10] [--sizes 100,500,2000]
// How broken a rotation of the plane has to be before `judgeAction` refuses it: the share of random draws that are
// judged a symmetry, by the magnitude of what breaks it and the number of windows held out. Writes
// results/judgement-DATE.json and the figure of docs/judging-a-discovery.md, and prints its table.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { here, runTypescript } from '../run-typescript.mjs';

export async function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      draws: { type: 'string', default: '10' },
      sizes: { type: 'string', default: '100,500,2000' },
    },
  });
  const results = [];
  for (let index = 0, count = 1; index < count; index++) {
    const { count: families, ...result } = runTypescript('discovery/judgement.ts', [
      ...[String(index), values.draws],
      values.sizes,
    ]);
    count = families;
    results.push(result);
  }
  console.log(tableOf(results, values.sizes.split(',')));
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(here(`results/judgement-${date}.json`), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(here('../docs/images/judgement.svg'), await drawing(results));
  console.log(`written: benchmarks/results/judgement-${date}.json, docs/images/judgement.svg`);
}

/** A row a family: the last magnitude that nine of ten draws pass, and the first that at most one of ten does. */
function tableOf(results, sizes) {
  const head = ['broken by', 'magnitude', ...sizes.map((size) => `${size} windows`)];
  const cells = results.map(({ name, magnitude, magnitudes, rows }) => [
    name,
    magnitude,
    ...rows.map(({ passed }) => {
      const last = passed.findLastIndex((share) => share >= 0.9);
      const first = passed.findIndex(
        (share, at) => share <= 0.1 && passed.slice(at).every((later) => later <= 0.1),
      );
      return `${magnitudes[last] ?? 'none'} … ${magnitudes[first] ?? 'none'}`;
    }),
  ]);
  const widths = head.map((title, at) =>
    Math.max(title.length, ...cells.map((row) => row[at].length)),
  );
  const line = (row) => `| ${row.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(head), rule, ...cells.map(line)].join('\n');
}

async function drawing(results) {
  const vega = await import('vega');
  const { compile } = await import('vega-lite');
  const panel = ({ name, magnitude, magnitudes, rows }) => ({
    title: { text: name, fontSize: 11 },
    width: 190,
    height: 110,
    data: {
      values: rows.flatMap(({ held, passed }) =>
        passed.map((share, at) => ({
          magnitude: magnitudes[at],
          share: 100 * share,
          windows: held,
        })),
      ),
    },
    mark: { type: 'line', point: true },
    encoding: {
      x: {
        field: 'magnitude',
        type: 'quantitative',
        title: magnitude,
        sort: magnitudes[0] > magnitudes[1] ? 'descending' : 'ascending',
        scale: { zero: false },
      },
      y: {
        field: 'share',
        type: 'quantitative',
        title: 'judged symmetry, %',
        scale: { domain: [0, 100] },
      },
      color: { field: 'windows', type: 'nominal', title: 'windows held out' },
    },
  });
  const spec = {
    columns: 3,
    concat: results.map(panel),
    config: { background: 'white', font: 'DejaVu Sans, sans-serif' },
  };
  const view = new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' });
  return `${await view.toSVG()}\n`;
}
