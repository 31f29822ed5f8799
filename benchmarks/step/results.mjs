// results/step-DATE.json, one row a configuration, and step.md with the newest row of each.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { machine } from '../machine.mjs';
import { here } from '../run-typescript.mjs';

const sum = ({ processor, threads, memoryGb }) =>
  `${processor}, ${threads} threads, ${memoryGb} GB`;

/** Puts rows beside other rows of the day; peers that were timed earlier that day stay. */
export function keepRows(rows, engine) {
  const date = new Date().toISOString().slice(0, 10);
  const file = here(`results/step-${date}.json`);
  const earlier = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).rows : [];
  const table = new Map(earlier.map((row) => [row.label, row]));
  for (const row of rows) {
    const peers = { ...table.get(row.label)?.peers, ...row.peers };
    table.set(row.label, { ...row, peers });
  }
  const content = { date, machine, engine, rows: [...table.values()] };
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
  return file;
}

/** Writes the table of the newest rows that this machine measured, in the order of `labels`. */
export function writeTable(labels, engine) {
  const rows = newestRows(engine);
  const known = labels.flatMap((label) => rows.get(label) ?? []);
  const names = [...new Set(known.flatMap(({ peers }) => Object.keys(peers)))];
  const notes = [];
  const head = [
    'configuration',
    'ours, ms',
    ...names.flatMap((name) => [`${name}, ms`, 'ours / theirs']),
    'compiled in, s',
    'peak MB, ours',
    ...names.map((name) => `peak MB, ${name}`),
    'pairs',
    'date',
  ];
  const lines = known.map((row) => {
    const peers = names.map((name) => row.peers[name] ?? {});
    return [
      row.label,
      short(row.medianMs),
      ...peers.flatMap((peer) =>
        peer.missing
          ? [`none ${note(notes, peer.missing)}`, '']
          : [short(peer.medianMs), peer.ratio?.toFixed(3) ?? ''],
      ),
      (row.compileMs / 1000).toFixed(2),
      row.peakMb.toFixed(0),
      ...peers.map(({ peakMb }) => peakMb?.toFixed(0) ?? ''),
      row.pairs,
      row.date,
    ];
  });
  writeFileSync(here('results/step.md'), text([head, head.map(() => '-'), ...lines], known, notes));
}

function newestRows(engine) {
  const rows = new Map();
  const files = readdirSync(here('results')).filter((name) => /^step-[\d-]+\.json$/.test(name));
  for (const file of files.sort()) {
    const result = JSON.parse(readFileSync(here(`results/${file}`), 'utf8'));
    if (result.engine !== engine || sum(result.machine) !== sum(machine)) continue;
    for (const row of result.rows) {
      if (row.peers) rows.set(row.label, { ...row, date: result.date });
    }
  }
  return rows;
}

function text(table, rows, notes) {
  const versions = rows.flatMap((row) => [
    row.version,
    ...Object.values(row.peers).map((p) => p.version),
  ]);
  const list = [...new Set(versions.filter(Boolean))].join('; ');
  return [
    '# Time of a training step',
    '',
    '`npm run bench -- step` writes this table. Medians over whole processes that ran in turn, ours,',
    'theirs, ours, …; «ours / theirs» is the median of the ratios of the pairs, below 1 where ours is faster.',
    'Memory is the largest resident set of a process.',
    '',
    `Machine: ${sum(machine)}, Node ${machine.node}. ${list}.`,
    '',
    ...table.map((cells) => `| ${cells.join(' | ')} |`),
    '',
    ...notes.flatMap((entry, at) => [`${at + 1}. ${entry}`]),
    ...(notes.length > 0 ? [''] : []),
  ].join('\n');
}

function note(notes, entry) {
  if (!notes.includes(entry)) notes.push(entry);
  return `(${notes.indexOf(entry) + 1})`;
}

function short(milliseconds) {
  return milliseconds?.toFixed(milliseconds < 100 ? 2 : 0) ?? '';
}
