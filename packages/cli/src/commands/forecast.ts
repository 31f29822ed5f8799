import { join } from 'node:path';
import type { Command } from 'commander';
import type { ProgressEvent } from '@noether/contracts';
import { forecastRun, type ForecastedRun } from '@noether/pipeline';
import { commandName } from '../command-name.js';
import { chosenEngine, engineOption } from '../engine-option.js';
import { freeRunFolder } from '../free-run-folder.js';
import { forecastTable } from '../outcome/forecast-table.js';
import { parseNotNegative, parsePositive } from '../parse-positive.js';
import { styleOf } from '../style.js';

interface Flags {
  readonly horizon?: number;
  readonly start?: number;
  readonly threshold?: number;
  readonly out?: string;
  readonly engine?: string;
  readonly neuralOde?: true;
  readonly json?: true;
}

/** `noether forecast DIR`: the test data of a finished run forecast again, over its seeds if it has several. */
export function addForecast(program: Command): void {
  program
    .command('forecast')
    .description('Forecast the test data of a finished run again; over seeds with a band')
    .argument('<dir>', 'run folder, or the folder of several seeds')
    .option(
      '--horizon <time>',
      'longest time to forecast (default: all of the test data)',
      (text) => parsePositive('--horizon', text),
    )
    .option('--start <time>', 'start of the forecast in each trajectory (default: 0)', (text) =>
      parseNotNegative('--start', text),
    )
    .option(
      '--threshold <error>',
      'error that ends the valid time (default: that of the run)',
      (text) => parsePositive('--threshold', text),
    )
    .option('--neural-ode', 'train a neural ODE on the training data as one more baseline')
    .option('--out <dir>', 'folder for the results (default: <dir>/forecasts/forecast)')
    .addOption(engineOption().env('NOETHER_ENGINE'))
    .option('--json', 'print the result as JSON')
    .addHelpText('after', examples())
    .action((folder: string, flags: Flags) => runForecast(folder, flags));
}

async function runForecast(folder: string, { json, ...flags }: Flags): Promise<void> {
  const out = flags.out ?? freeRunFolder(join(folder, 'forecasts', 'forecast'));
  const told: ProgressEvent[] = [];
  const observe = (event: ProgressEvent): void => void told.push(event);
  const { horizon, start, threshold } = flags;
  const found = await forecastRun(folder, {
    out,
    ...(horizon !== undefined && { horizon }),
    ...(start !== undefined && { start }),
    ...(threshold !== undefined && { threshold }),
    ...(flags.neuralOde && { neuralOde: true }),
    ...chosenEngine(flags),
    observe,
  });
  const notes = told.flatMap((event) =>
    event.kind === 'warning' || event.kind === 'note' ? [`${event.kind}: ${event.message}`] : [],
  );
  if (json) {
    process.stderr.write(notes.map((line) => `${line}\n`).join(''));
    process.stdout.write(`${JSON.stringify(asJson(found), null, 2)}\n`);
    return;
  }
  const style = styleOf(process.stdout);
  const lines = [...forecastTable(found.runs), ...notes.map((line) => style.warn(line))];
  process.stdout.write(`${lines.join('\n')}\n\nWritten to ${out}\n`);
}

function asJson({ runs, files }: ForecastedRun): object {
  return {
    runs: runs.map(({ seed, forecast }) => ({
      seed,
      horizon: forecast.times[forecast.times.length - 1],
      threshold: forecast.threshold,
      validTime: forecast.validTime,
      nrmse: Array.from(forecast.nrmse),
      baselines: Object.fromEntries(
        Object.entries(forecast.baselines).map(([name, { validTime }]) => [name, validTime]),
      ),
      floor: forecast.floor.validTime,
    })),
    files,
  };
}

function examples(): string {
  const command = commandName();
  return `
Examples:
  ${command} forecast runs/pendulum-seed-1
  ${command} forecast runs/ten --horizon 20 --start 2`;
}
