import { join } from 'node:path';
import { NoetherError } from '@noether/contracts';
import type { Command } from 'commander';
import { inspectRun, rebuildReport, resumeSeeds } from '@noether/pipeline';
import { commandName } from '../command-name.js';
import { shellWord } from '../shell-word.js';

/** `noether report DIR`: draws the report of a run or of a set of seeds again. */
export function addReport(program: Command): void {
  program
    .command('report')
    .description('Draw the report of a finished run again, from its folder')
    .argument('<dir>', 'run folder, or the folder of several seeds')
    .action(async (folder: string) => {
      process.stdout.write(`${await drawAgain(folder)}\n`);
    });
}

async function drawAgain(folder: string): Promise<string> {
  const found = await inspectRun(folder);
  if (found.kind !== 'seeds') return rebuildReport(folder);
  if (found.state !== 'finished') {
    throw new NoetherError(`${folder} has seeds that are not finished.`, {
      code: 'unfinished',
      argument: 'dir',
      value: folder,
      hint: `Finish them with ${commandName()} resume ${shellWord(folder)}.`,
    });
  }
  for (const seed of found.seeds) await rebuildReport(join(folder, `seed-${seed}`));
  const silent = (): void => undefined;
  await resumeSeeds(folder, { observe: () => silent });
  return join(folder, 'summary.html');
}
