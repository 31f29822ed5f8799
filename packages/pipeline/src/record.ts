import type {
  ActionRecord,
  EquationSystem,
  Forecast,
  ForecastScore,
  RunRecord,
  SindyAutoencoderScore,
  SymmetryScore,
} from '@noether/contracts';
import type { Scores } from './score/score-symmetry.js';

/** What every record has, whatever became of the run. */
export type RecordHead = Pick<
  RunRecord,
  | 'status'
  | 'reason'
  | 'preset'
  | 'seed'
  | 'engine'
  | 'threads'
  | 'versions'
  | 'seconds'
  | 'latentDimension'
  | 'generatorGrowth'
>;

/** What a run finds out about the motion of its data. */
export interface Motion {
  readonly equations: EquationSystem;
  readonly forecast: Forecast;
}

/** Scores with the judgement on data held out; null where too few windows are. */
export interface JudgedScores extends Scores {
  readonly action: ActionRecord | null;
}

const NO_MOTION: Pick<RunRecord, 'equations' | 'forecast'> = {
  equations: { text: [], latex: [], names: [], coefficients: [], r2: [] },
  forecast: {
    times: [],
    nrmse: [],
    validTime: NaN,
    floor: { nrmse: [], validTime: NaN },
    baselines: {},
  },
};

const NO_SYMMETRY: SymmetryScore = {
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

/** The record of a run that went through all stages; without motion, equations and forecast are empty. */
export function completeRecord(
  head: RecordHead,
  { symmetry, relativeMse, action }: JudgedScores,
  motion: Motion | null,
): RunRecord {
  const judged = { symmetry, ...(action && { action }), reconstruction: { relativeMse } };
  if (!motion) return { kind: 'run', ...head, ...judged, ...NO_MOTION };
  return { kind: 'run', ...head, ...judged, ...motionRecord(motion) };
}

/** The record of a SINDy autoencoder. */
export function sindyRecord(
  head: RecordHead,
  sindyAutoencoder: SindyAutoencoderScore,
  relativeMse: number,
  motion: Motion,
): RunRecord {
  return {
    kind: 'run',
    ...head,
    symmetry: NO_SYMMETRY,
    sindyAutoencoder,
    reconstruction: { relativeMse },
    ...motionRecord(motion),
  };
}

function motionRecord({ equations, forecast }: Motion): Pick<RunRecord, 'equations' | 'forecast'> {
  const baselines = Object.entries(forecast.baselines).map(([name, score]) => [name, plain(score)]);
  return {
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
      ...(forecast.modes !== undefined && { modes: forecast.modes }),
      baselines: Object.fromEntries(baselines) as RunRecord['forecast']['baselines'],
    },
  };
}

function plain({ nrmse, validTime, equations }: ForecastScore): PlainScore {
  return { nrmse: Array.from(nrmse), validTime, ...(equations && { equations }) };
}

type PlainScore = RunRecord['forecast']['baselines'][string];

/** The record of a run whose training diverged: lists are empty, numbers NaN, in the file null. */
export function divergedRecord(head: RecordHead): RunRecord {
  return {
    kind: 'run',
    ...head,
    symmetry: NO_SYMMETRY,
    reconstruction: { relativeMse: NaN },
    ...NO_MOTION,
  };
}
