import { join } from 'node:path';
import {
  type Context,
  type EquationRecord,
  type Forecast,
  invalidArgument,
  type Observer,
  type Trajectories,
  trajectories,
} from '@noether/contracts';
import type { Engine } from '@noether/compute';
import { drawBand, drawForecast } from '@noether/report';
import { equationSystem } from '@noether/sindy';
import { loadEngine, type EngineChoice } from './engine-choice.js';
import { readEncoder } from './folder/encoder-file.js';
import { finishedSeeds, folderProblem } from './folder/finished-seeds.js';
import { readJson, writeJson } from './folder/json.js';
import type { RunFiles } from './folder/run-files.js';
import { readSymmetry } from './folder/symmetry-file.js';
import { writeAtomic } from './folder/write-atomic.js';
import { writeFigures } from './folder/write-figures.js';
import { bandsOf, errorTable } from './stages/error-bands.js';
import { forecastByAll } from './stages/forecast-by-all.js';
import { reloadData } from './stages/reload-data.js';
import { forecastOf, shownVariables } from './stages/shown-variables.js';

/** Options of {@link forecastRun}. */
export interface ForecastRunOptions extends EngineChoice {
  /** Folder for what is written. */
  readonly out: string;
  /** Longest time to forecast; to the end of the shortest test trajectory by default. */
  readonly horizon?: number;
  /** Time after the beginning of each test trajectory at which the forecast starts; 0 by default. */
  readonly start?: number;
  /** The NRMSE that ends the valid time; that of the run by default. */
  readonly threshold?: number;
  /** Trains a neural ODE on the training data as one more baseline; false by default. */
  readonly neuralOde?: boolean;
  readonly observe: Observer;
  readonly signal?: AbortSignal;
}

/** The forecast of one finished run. */
export interface SeedForecast {
  readonly seed: number;
  /** Errors are over all variables; the trajectories hold {@link shownVariables}, all of them up to 64. */
  readonly forecast: Forecast;
}

/** What {@link forecastRun} gives. */
export interface ForecastedRun {
  /** One a seed; seeds without equations are left out. */
  readonly runs: readonly SeedForecast[];
  /** Paths of what was written. */
  readonly files: readonly string[];
}

/**
 * Forecasts the test data of a finished run again, with another horizon, start or threshold, from the
 * files of the run; for a folder of several seeds each of them, with a band over the seeds. Writes
 * `forecast.json` (a seed: `forecast-N.json`), `errors.csv` and figures.
 * @throws NoetherError `no-run`, `unfinished`, `no-equations`, `changed-data` when the data are no longer those
 * of the run, and what the forecast throws
 */
export async function forecastRun(
  folder: string,
  options: ForecastRunOptions,
): Promise<ForecastedRun> {
  const { out } = options;
  const { runs: finished, several, engine: used } = await finishedSeeds(folder);
  const { engine } = await loadEngine({ ...options, engine: options.engine ?? used ?? undefined });
  const runs: SeedForecast[] = [];
  for (const { seed, files } of finished) {
    const forecast = await forecastSeed(files, engine, seed, options);
    if (forecast) runs.push({ seed, forecast });
  }
  if (runs.length === 0) {
    const hint =
      'Its training diverged, or its data are single states; there is nothing to forecast with.';
    throw folderProblem('no-equations', folder, 'has no equations', hint);
  }
  return { runs, files: await write(out, runs, several) };
}

/** Forecasts, the table of their errors and figures. */
async function write(
  out: string,
  runs: readonly SeedForecast[],
  several: boolean,
): Promise<string[]> {
  const files: string[] = [];
  for (const { seed, forecast } of runs) {
    files.push(join(out, several ? `forecast-${seed}.json` : 'forecast.json'));
    await writeJson(files[files.length - 1], forecast);
  }
  const { times: common, bands } = bandsOf(runs.map(({ forecast }) => forecast));
  files.push(join(out, 'errors.csv'));
  await writeAtomic(files[files.length - 1], errorTable(common, bands));
  const [{ forecast }] = runs;
  const { threshold } = forecast;
  const figures =
    runs.length > 1
      ? await drawBand({ seeds: runs.length, times: common, threshold, bands })
      : await drawForecast({ forecast, data: {} });
  return [...files, ...(await writeFigures(join(out, 'figures'), figures))];
}

async function forecastSeed(
  files: RunFiles,
  engine: Engine,
  seed: number,
  options: ForecastRunOptions,
): Promise<Forecast | undefined> {
  const { horizon, start = 0, threshold, neuralOde, observe, signal } = options;
  const record = (await readJson(files.equations)) as EquationRecord | undefined;
  if (!record) {
    const message = `seed ${seed} has no equations and is left out`;
    observe({ kind: 'note', stage: 'forecast', message });
    return undefined;
  }
  const { config, dataset, random } = await reloadData(files, seed, options);
  const context = (stage: string): Context => ({
    random: random.split(stage),
    observe,
    ...(signal && { signal }),
  });
  const settings = {
    ...config.forecast,
    ...(horizon !== undefined && { horizon }),
    ...(threshold !== undefined && { threshold }),
    ...(neuralOde && { neuralOde }),
  };
  const basis = await readSymmetry(files);
  const forecast = await forecastByAll(
    {
      encoder: await readEncoder(files, engine),
      equations: equationSystem(record),
      ...(basis && { basis }),
      dataset,
      test: from(dataset.test, start),
      options: config.equations,
      settings,
      engine,
    },
    context,
  );
  return forecastOf(forecast, shownVariables(dataset.train));
}

/** The rows from `start` after the beginning of each trajectory on. */
function from(data: Trajectories, start: number): Trajectories {
  if (!(start >= 0)) throw invalidArgument('start', start, 'give a time of 0 or more');
  const d = data.names.length;
  const items = data.items.map(({ times, states }) => {
    const first = times.findIndex((time) => time - times[0] >= start * (1 - 1e-9));
    if (first < 0 || first > times.length - 2) {
      const span = times[times.length - 1] - times[0];
      throw invalidArgument('start', start, `the test trajectories last for ${span}`);
    }
    return { times: times.slice(first), states: states.slice(first * d) };
  });
  return trajectories({ ...data, items });
}
