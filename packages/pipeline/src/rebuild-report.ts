import type { Forecast, ForecastScore, ForecastTrajectory } from '@noether/contracts';
import { NoetherError } from '@noether/contracts';
import type { FieldSheet, FieldView, ReportInput } from '@noether/report';
import { numbers, readJson } from './folder/json.js';
import { readRecord } from './folder/record-file.js';
import { runFiles } from './folder/run-files.js';
import { writeReport } from './stages/write-report.js';

type List = readonly (number | null)[];

/** A value as it is after JSON: typed arrays became lists. */
type Plain<T> = T extends Float64Array
  ? List
  : T extends object
    ? { [K in keyof T]: Plain<T[K]> }
    : T;

/**
 * Draws the figures of a finished run again and writes its page, from the files of the run alone.
 * @returns the path of `report.html`
 * @throws NoetherError `no-run` when the folder holds no finished run, `corrupt-file`
 */
export async function rebuildReport(out: string): Promise<string> {
  const files = runFiles(out);
  const record = await readRecord(files);
  const stored = (await readJson(files.reportInput)) as
    Plain<Omit<ReportInput, 'record'>> | undefined;
  if (!record || !stored) {
    throw new NoetherError(`${out} holds no finished run.`, {
      code: 'no-run',
      argument: 'out',
      value: out,
      hint: 'Resume it first, or check the path.',
    });
  }
  const { latent, data, fields, history, provenance, reading } = stored;
  const forecast = (await readJson(files.forecast)) as Plain<Forecast> | undefined;
  await writeReport(files, {
    record,
    reading,
    provenance,
    history: history.map(({ epoch, values }) => ({ epoch, values })),
    latent: {
      dimension: latent.dimension,
      ...(latent.scattered && { scattered: true }),
      trajectories: latent.trajectories.map(numbers),
      orbits: latent.orbits.map(numbers),
    },
    data: {
      ...(data as Omit<ReportInput['data'], 'original' | 'transformed'>),
      original: data.original.map(numbers),
      transformed: data.transformed.map(({ parameter, states }) => ({
        parameter,
        states: states.map(numbers),
      })),
    },
    ...(fields && { fields: fieldsOf(fields) }),
    forecast: forecast && record.forecast.times.length > 0 ? revived(forecast) : null,
  });
  return files.report;
}

function fieldsOf({ action, forecast, ...size }: Plain<FieldView>): FieldView {
  return { ...size, action: sheetOf(action), ...(forecast && { forecast: sheetOf(forecast) }) };
}

function sheetOf({ columns, series }: Plain<FieldSheet>): FieldSheet {
  return {
    columns,
    series: series.map(({ label, pictures }) => ({ label, pictures: pictures.map(numbers) })),
  };
}

function revived(stored: Plain<Forecast>): Forecast {
  const { kind, names, threshold, provenance } = stored;
  return {
    kind,
    names,
    threshold,
    provenance: provenance as Forecast['provenance'],
    times: numbers(stored.times),
    ...score(stored),
    items: stored.items.map(({ truth, predicted, latent, status }): ForecastTrajectory => ({
      truth: numbers(truth),
      predicted: numbers(predicted),
      latent: numbers(latent),
      status,
    })),
    baselines: Object.fromEntries(
      Object.entries(stored.baselines).map(([name, value]) => [name, score(value)]),
    ),
    floor: score(stored.floor),
    ...(stored.modes !== undefined && { modes: stored.modes }),
  };
}

function score(stored: Plain<ForecastScore>): ForecastScore {
  return {
    nrmse: numbers(stored.nrmse),
    validTime: stored.validTime ?? NaN,
    validTimes: numbers(stored.validTimes),
    ...(stored.equations && { equations: stored.equations }),
  };
}
