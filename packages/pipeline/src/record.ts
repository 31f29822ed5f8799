import type {
  EquationSystem,
  Forecast,
  ForecastScore,
  RunRecord,
  SymmetryScore,
} from '@noether/contracts';
import type { Scores } from './score/score-symmetry.js';

/** What every record has, whatever became of the run. */
export type RecordHead = Pick<
  RunRecord,
  'status' | 'reason' | 'preset' | 'seed' | 'engine' | 'versions' | 'seconds'
>;

/** The record of a run that went through all stages. */
export function completeRecord(
  head: RecordHead,
  { symmetry, relativeMse }: Scores,
  equations: EquationSystem,
  forecast: Forecast,
): RunRecord {
  const baselines = Object.entries(forecast.baselines).map(([name, score]) => [name, plain(score)]);
  return {
    kind: 'run',
    ...head,
    symmetry,
    reconstruction: { relativeMse },
    equations: {
      text: equations.text(),
      latex: equations.latex(),
      names: equations.terms.map(({ name }) => name),
      coefficients: equations.coefficients,
      r2: equations.r2,
    },
    forecast: {
      times: Array.from(forecast.times),
      ...plain(forecast),
      floor: plain(forecast.floor),
      baselines: Object.fromEntries(baselines) as RunRecord['forecast']['baselines'],
    },
  };
}

function plain({ nrmse, validTime }: ForecastScore): { nrmse: number[]; validTime: number } {
  return { nrmse: Array.from(nrmse), validTime };
}

/** The record of a run whose training diverged: lists are empty, numbers NaN, in the file null. */
export function divergedRecord(head: RecordHead): RunRecord {
  const symmetry: SymmetryScore = {
    generators: [],
    eigenvalues: [],
    omega: NaN,
    realToImaginary: null,
    meanCosine: NaN,
    bce: { generator: NaN, real: NaN, fake: NaN },
    invariance: null,
    quadraticForm: null,
    latentRank: NaN,
  };
  return {
    kind: 'run',
    ...head,
    symmetry,
    reconstruction: { relativeMse: NaN },
    equations: { text: [], latex: [], names: [], coefficients: [], r2: [] },
    forecast: {
      times: [],
      nrmse: [],
      validTime: NaN,
      floor: { nrmse: [], validTime: NaN },
      baselines: {},
    },
  };
}
