import { Command, CommanderError } from 'commander';
import { addData } from './commands/data.js';
import { addDiscover } from './commands/discover.js';
import { addDoctor } from './commands/doctor.js';
import { addEquations } from './commands/equations.js';
import { addForecast } from './commands/forecast.js';
import { addGroups } from './commands/groups.js';
import { addJudge } from './commands/judge.js';
import { addPresets } from './commands/presets.js';
import { addReport } from './commands/report.js';
import { addReproduce } from './commands/reproduce.js';
import { addResume } from './commands/resume.js';
import { addSchema } from './commands/schema.js';
import type { ExitCode } from './exit-code.js';
import { describeFailure } from './failure.js';
import { packageVersion } from './package-version.js';

/**
 * Runs one command, with its results on stdout and its complaints on stderr.
 * @param args what follows the name of the command, e.g. `['discover', 'pendulum', '--seed', '7']`
 * @returns the exit code: 0 finished, 2 bad input, 130 or 143 stopped by a signal, 1 unforeseen or a check that fails
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const exit: ExitCode = { code: 0 };
  try {
    await buildProgram(exit).parseAsync(args, { from: 'user' });
    return exit.code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const { text, exitCode } = describeFailure(error, args.includes('--debug'));
    process.stderr.write(`${text}\n`);
    return exitCode;
  }
}

function buildProgram(exit: ExitCode): Command {
  const program = new Command('noether')
    .description('Finds hidden continuous symmetries of data, equations and forecasts.')
    .version(packageVersion())
    .option('--debug', 'show the stack of every error')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      outputError: (text, write) => write(text.replace(/^error: /, 'noether: ')),
    });
  addDiscover(program, exit);
  addResume(program, exit);
  addReport(program);
  addJudge(program);
  addReproduce(program, exit);
  addEquations(program);
  addForecast(program);
  addData(program, exit);
  addDoctor(program, exit);
  addPresets(program);
  addGroups(program);
  addSchema(program);
  return program;
}
