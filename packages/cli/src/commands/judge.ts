import type { Command } from 'commander';
import type { ProgressEvent } from '@noether/contracts';
import { judgeRun, type SeedJudgement } from '@noether/pipeline';
import { commandName } from '../command-name.js';
import { chosenEngine, engineOption } from '../engine-option.js';
import { judgementLines } from '../outcome/judgement-lines.js';
import { styleOf } from '../style.js';

interface Flags {
  readonly engine?: string;
  readonly json?: true;
}

/** `noether judge DIR`: what the action of a finished run does to data, without its discriminator. */
export function addJudge(program: Command): void {
  program
    .command('judge')
    .description('Judge the action of a finished run by what it does to its validation data')
    .argument('<dir>', 'run folder, or the folder of several seeds')
    .addOption(engineOption().env('NOETHER_ENGINE'))
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      `
Examples:
  ${commandName()} judge runs/lotka-volterra-seed-1
  ${commandName()} judge runs/ten --json > judgements.json`,
    )
    .action((folder: string, flags: Flags) => runJudge(folder, flags));
}

async function runJudge(folder: string, { json, ...flags }: Flags): Promise<void> {
  const notes: string[] = [];
  const observe = (event: ProgressEvent): void => {
    if (event.kind === 'note' || event.kind === 'warning') notes.push(event.message);
  };
  const judged: SeedJudgement[] = await judgeRun(folder, { observe, ...chosenEngine(flags) });
  process.stderr.write(notes.map((line) => `note: ${line}\n`).join(''));
  if (json) process.stdout.write(`${JSON.stringify(judged, null, 2)}\n`);
  else {
    const style = styleOf(process.stdout);
    process.stdout.write(`${judged.flatMap((one) => judgementLines(one, style)).join('\n')}\n`);
  }
}
