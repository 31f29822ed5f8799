import type { Encoder, EquationSystem, Forecast, SymmetryBasis } from '@noether/contracts';
import { writeJson } from './folder/json.js';
import type { StageContext } from './stage-context.js';
import { forecastByAll } from './stages/forecast-by-all.js';
import { forecastOf, shownVariables } from './stages/shown-variables.js';

/** What a method found: a latent space, equations in it, and a symmetry if it looked for one. */
export interface Found {
  readonly encoder: Encoder;
  readonly equations: EquationSystem;
  readonly basis?: SymmetryBasis;
}

/** Forecasts the test data by what was found; writes the equations and the forecast of the shown variables. */
export async function forecastByEquations(
  { run, config, watch, dataset, context }: StageContext,
  found: Found,
): Promise<Forecast> {
  const { files, engine } = run;
  await writeJson(files.equations, found.equations.toJson());
  const { equations: options, forecast: settings } = config;
  const material = { ...found, dataset, test: dataset.test, options, settings, engine };
  const forecast = await watch.time('forecast', () => forecastByAll(material, context));
  await writeJson(files.forecast, forecastOf(forecast, shownVariables(dataset.train)));
  return forecast;
}
