import type { Command } from 'commander';
import { rebuildReport } from '@noether/pipeline';

/** `noether report DIR`: draws the report of a run or of a set of seeds again. */
export function addReport(program: Command): void {
  program
    .command('report')
    .description('Draw the report of a finished run again, from its folder')
    .argument('<dir>', 'run folder, or the folder of several seeds')
    .action(async (folder: string) => {
      process.stdout.write(`${await rebuildReport(folder)}\n`);
    });
}
