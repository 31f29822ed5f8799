import { invalidArgument } from '@noether/contracts';
import type { Command } from 'commander';
import { inspectRun, resumeDiscovery, resumeSeeds } from '@noether/pipeline';
import { chosenEngine, engineOption } from '../engine-option.js';
import type { ExitCode } from '../exit-code.js';
import { followRun } from '../follow-run.js';
import { followSeeds } from '../follow-seeds.js';
import { chosenParallel, parallelOption } from '../parallel-options.js';

interface Flags {
  readonly parallel?: number;
  readonly engine?: string;
  readonly json?: true;
}

/**
 * `noether resume DIR`: goes on with an interrupted run, to the numbers of an uninterrupted one. The
 * environment does not choose the engine here: a run goes on with the engine it began with.
 */
export function addResume(program: Command, exit: ExitCode): void {
  program
    .command('resume')
    .description('Go on with an interrupted run, to the same final numbers')
    .argument('<dir>', 'run folder, or the folder of several seeds')
    .addOption(parallelOption())
    .addOption(engineOption())
    .option('--json', 'print the result as JSON, progress to stderr')
    .action(async (folder: string, flags: Flags) => {
      exit.code = await runResume(folder, flags);
    });
}

async function runResume(folder: string, flags: Flags): Promise<number> {
  const found = await inspectRun(folder);
  if (found.kind === 'none') {
    throw invalidArgument('dir', folder, 'give the folder of a run that noether discover began');
  }
  const chosen = chosenEngine(flags);
  const json = flags.json === true;
  if (found.kind === 'run') {
    if (flags.parallel !== undefined) {
      throw invalidArgument(
        '--parallel',
        flags.parallel,
        'this is one run; it is for several seeds',
      );
    }
    return followRun(folder, json, (following) =>
      resumeDiscovery(folder, { ...following, ...chosen }),
    );
  }
  const options = { ...chosen, ...chosenParallel(flags) };
  return followSeeds(folder, json, (following) =>
    resumeSeeds(folder, { ...following, ...options }),
  );
}
