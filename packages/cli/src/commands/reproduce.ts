import type { Command } from 'commander';
import { NoetherError } from '@noether/contracts';
import { reproduce, reproductionText, type ExperimentResult } from '@noether/pipeline';
import { commandName } from '../command-name.js';
import { chosenEngine, engineOption } from '../engine-option.js';
import type { ExitCode } from '../exit-code.js';
import { hasCrashed, withWayOn } from '../failure.js';
import { interruption } from '../interruption.js';
import { chosenParallel, parallelOption, threadsOption } from '../parallel-options.js';
import { openBoard } from '../progress/open-progress.js';
import type { BoardLine } from '../progress/progress-board.js';
import { styleOf, type Style } from '../style.js';

interface Flags {
  readonly quick?: true;
  readonly parallel?: number;
  readonly threads?: number;
  readonly out: string;
  readonly engine?: string;
  readonly json?: true;
}

/** `noether reproduce`: the experiments of the papers over several seeds, judged in one table. */
export function addReproduce(program: Command, exit: ExitCode): void {
  program
    .command('reproduce')
    .description('Run the experiments of the papers over several seeds and judge them')
    .argument('[name...]', 'presets of experiments (default: all)')
    .option('--quick', 'fewer seeds, and small networks where the published ones take long')
    .option(
      '--out <dir>',
      'folder of the runs and of the tables; finished runs are kept',
      'runs/reproduce',
    )
    .addOption(parallelOption())
    .addOption(threadsOption())
    .addOption(engineOption().env('NOETHER_ENGINE'))
    .option('--json', 'print the result as JSON, progress to stderr')
    .addHelpText(
      'after',
      `
Examples:
  ${commandName()} reproduce --quick
  ${commandName()} reproduce lotka-volterra pendulum

Exit codes: 0 every experiment passed; 1 one did not, or crashed; 2 bad input; 130 stopped by Ctrl-C. The same
command goes on with what is not finished.`,
    )
    .action(async (names: readonly string[], flags: Flags) => {
      exit.code = await runReproduce(names, flags);
    });
}

async function runReproduce(names: readonly string[], flags: Flags): Promise<number> {
  const stream = flags.json === true ? process.stderr : process.stdout;
  const style = styleOf(stream);
  const board = openBoard(stream);
  const lines = new Map<string, BoardLine>();
  const labelOf = (experiment: string, seed: number): string => `${experiment}, seed ${seed}`;
  const { signal, exitCode, release } = interruption(() => {
    board.say('Stopping after this step; press Ctrl-C again to quit at once.');
  });
  try {
    const { results, folder } = await reproduce({
      names,
      out: flags.out,
      quick: flags.quick === true,
      signal,
      observe: (experiment, seed) => {
        const label = labelOf(experiment, seed);
        const line = board.open(label);
        lines.set(label, line);
        return line.observe;
      },
      onEnd: (experiment, seed) => lines.get(labelOf(experiment, seed))?.close(),
      onExperiment: (result) => board.say(coloured(result, style)),
      onNote: (message) => board.say(message),
      ...chosenEngine(flags),
      ...chosenParallel(flags),
    });
    board.finish();
    if (flags.json === true) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
    stream.write(`written to ${folder}: reproduction.html, .txt and .json, gallery.html\n`);
    return results.every(({ pass }) => pass) ? 0 : 1;
  } catch (error) {
    board.finish();
    if (hasCrashed(error)) throw withWayOn(error, 'The same command goes on.');
    const stopped =
      error === signal.reason || (error instanceof NoetherError && error.code === 'aborted');
    if (!signal.aborted || !stopped) throw error;
    process.stderr.write('Stopped. The same command goes on.\n');
    return exitCode();
  } finally {
    release();
  }
}

function coloured(result: ExperimentResult, style: Style): string {
  const text = reproductionText([result]);
  const mark = result.pass ? style.good : style.bad;
  return mark(text.slice(0, 4)) + text.slice(4);
}
