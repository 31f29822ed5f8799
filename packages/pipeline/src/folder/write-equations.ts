import { join } from 'node:path';
import { drawForecast, drawSweep } from '@noether/report';
import type { Sweep } from '@noether/sindy';
import type { FoundEquations } from '../find-equations.js';
import { writeJson } from './json.js';
import { writeFigures } from './write-figures.js';

/**
 * Writes `equations.json`, `sweep.json`, `forecast.json` and figures of what was found to the folder.
 * @returns the paths of the files
 */
export async function writeEquations(
  out: string,
  { data, system, sweep, forecast, heldOutError, lyapunovExponent }: Omit<FoundEquations, 'files'>,
): Promise<string[]> {
  const files: string[] = [];
  const keep = async (name: string, value: unknown): Promise<void> => {
    files.push(join(out, name));
    await writeJson(join(out, name), value);
  };
  const more = { text: system.text(6), heldOutError, lyapunovExponent };
  await keep('equations.json', { ...system.toJson(), ...more });
  if (sweep) {
    const rows = sweep.rows.map(({ system: own, ...row }) => ({
      ...row,
      picked: own === sweep.picked.system,
      text: own.text(6),
    }));
    await keep('sweep.json', { kind: 'sweep', reason: sweep.reason, rows });
  }
  if (forecast) await keep('forecast.json', forecast);
  const figures = [
    ...(sweep ? await drawSweep(sweepPoints(sweep)) : []),
    ...(forecast ? await drawForecast({ forecast, data: { units: data.units } }) : []),
  ];
  return [...files, ...(await writeFigures(join(out, 'figures'), figures))];
}

function sweepPoints({ rows, picked }: Sweep): Parameters<typeof drawSweep>[0] {
  return rows.map((row) => ({
    terms: row.terms,
    threshold: row.threshold,
    error: row.heldOut ?? NaN,
    pareto: row.pareto,
    picked: row === picked,
  }));
}
