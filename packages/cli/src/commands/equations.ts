import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { invalidArgument, type ProgressEvent } from '@noether/contracts';
import { type EquationMethod, findEquations, type FoundEquations } from '@noether/pipeline';
import { commandName } from '../command-name.js';
import { freeRunFolder } from '../free-run-folder.js';
import { describeEquations } from '../outcome/describe-equations.js';
import { parseCount } from '../parse-count.js';
import { parsePositive } from '../parse-positive.js';
import { styleOf } from '../style.js';

interface Flags {
  readonly data: string;
  readonly dataset?: string;
  readonly dt?: number;
  readonly names?: readonly string[];
  readonly time?: string;
  readonly trajectory?: string;
  readonly inputs?: readonly string[];
  readonly weight?: string;
  readonly map?: true;
  readonly degree?: number;
  readonly method?: EquationMethod;
  readonly threshold?: number;
  readonly heldOut?: number;
  readonly out?: string;
  readonly json?: true;
}

/** `noether equations`: sparse differential equations of a recording, without any training. */
export function addEquations(program: Command): void {
  program
    .command('equations')
    .description('Find sparse differential equations in a recording, and judge them by roll-outs')
    .requiredOption('--data <file>', 'recording: .csv, .tsv, .txt, .npy, .h5 or .hdf5')
    .option('--dataset <path>', 'path of the dataset in an HDF5 file with several')
    .option('--dt <time>', 'time between rows, for files without a time column', positive('--dt'))
    .option('--names <list>', 'names of the columns, separated by commas', list)
    .option('--time <column>', 'name of the time column')
    .option('--trajectory <column>', 'name of the column that tells trajectories apart')
    .option(
      '--inputs <list>',
      'columns that act on the system and are not explained, separated by commas',
      list,
    )
    .option('--weight <column>', 'name of the column with the weight of each row')
    .option('--map', 'the rows are steps of a discrete map x[k+1] = F(x[k]); needs no time')
    .option('--degree <n>', 'largest degree of the monomials (default: 3)', degree)
    .option(
      '--method <name>',
      'auto, differences, savitzky-golay, spline or weak (default: auto, weak where there is noise)',
    )
    .option(
      '--threshold <value>',
      'smallest coefficient that stays, in place of the sweep',
      positive('--threshold'),
    )
    .option(
      '--held-out <share>',
      'end of each trajectory to judge by (default: 0.2)',
      positive('--held-out'),
    )
    .option('--out <dir>', 'folder for the results (default: runs/<file>-equations)')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', examples())
    .action((flags: Flags) => runEquations(flags));
}

async function runEquations({ json, ...flags }: Flags): Promise<void> {
  const untimed = /\.(npy|h5|hdf5)$/i.test(flags.data);
  if (flags.dt === undefined && !flags.map && untimed) {
    throw invalidArgument('--dt', flags.dt, 'a .npy or HDF5 file needs the time between rows');
  }
  const out = flags.out ?? freeRunFolder(join('runs', equationsFolder(flags.data)));
  const told: ProgressEvent[] = [];
  const dt = flags.dt ?? (flags.map && untimed ? 1 : undefined);
  const found = await findEquations({
    ...flags,
    ...(dt !== undefined && { dt }),
    out,
    observe: (event) => void told.push(event),
  });
  const notes = told.flatMap((event) =>
    event.kind === 'warning' || event.kind === 'note' ? [`${event.kind}: ${event.message}`] : [],
  );
  if (json) {
    process.stderr.write(notes.map((line) => `${line}\n`).join(''));
    process.stdout.write(`${JSON.stringify(asJson(found), null, 2)}\n`);
    return;
  }
  const lines = describeEquations(found, flags.data, notes, styleOf(process.stdout));
  process.stdout.write(`${lines.join('\n')}\n\nWritten to ${out}\n`);
}

function asJson({ system, method, noise, ...found }: FoundEquations): object {
  return {
    text: system.text(6),
    equations: system.toJson(),
    method,
    noise: noise ?? null,
    picked: found.sweep?.reason ?? null,
    validTime: found.forecast?.validTime ?? null,
    heldOutError: found.heldOutError ?? null,
    gaps: found.data.gaps ?? null,
    files: found.files,
  };
}

function equationsFolder(file: string): string {
  return `${basename(file).replace(/\.[^.]*$/, '') || 'data'}-equations`;
}

const positive =
  (option: string) =>
  (text: string): number =>
    parsePositive(option, text);
const degree = (text: string): number => parseCount('--degree', text, 0);
const list = (text: string): string[] => text.split(',').map((name) => name.trim());

function examples(): string {
  const command = commandName();
  return `
Examples:
  ${command} equations --data x.npy --dt 0.01
  ${command} equations --data runs.h5 --dataset run1/states --dt 0.01
  ${command} equations --data recording.csv --method weak --degree 2
  ${command} equations --data driven.csv --inputs u --weight w
  ${command} equations --data logistic.npy --map
  ${command} equations --data x.npy --dt 0.01 --threshold 0.2 --json > equations.json`;
}
