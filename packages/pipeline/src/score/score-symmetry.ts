import type { RandomStream, SymmetryScore } from '@noether/contracts';
import type { Dataset } from '@noether/datasets';
import { evenRows } from '../stages/even-rows.js';
import { hasMotion } from '../stages/load-dataset.js';
import type { Training } from '../stages/train.js';
import { algebraRecord, rowsOf } from './algebra-record.js';
import { factorScore } from './factor-score.js';
import { invarianceScore } from './invariance-score.js';
import { orientationScore } from './orientation-score.js';
import { quadraticFormScore } from './quadratic-form-score.js';
import { relativeError } from './relative-error.js';

/** The search for a quadratic form grows with the sixth power of the dimension. */
const FORMS = 24;

/** Validation states that are scored, at most; fewer where matrix exponentials are expensive. */
function rowsFor(dimension: number): number {
  return Math.max(100, Math.min(8000, Math.floor(8e6 / dimension ** 3)));
}

/** The numbers of a run that concern its symmetry and its autoencoder. */
export interface Scores {
  readonly symmetry: SymmetryScore;
  /** Mean squared reconstruction error over mean square, on validation states. */
  readonly relativeMse: number;
}

/** Scores a trained symmetry on validation data, in inference mode. */
export async function scoreSymmetry(
  { encoder, basis, judgement, statistics }: Training,
  dataset: Dataset,
  random: RandomStream,
): Promise<Scores> {
  const { validation, train, test, factors, invariant } = dataset;
  const { states } = evenRows(validation, rowsFor(basis.dimension));
  const { eigenvalues, omega, realToImaginary } = judgement;
  const { meanCosine, bce, latentRank } = statistics;
  const symmetry: SymmetryScore = {
    generators: basis.generators.map((generator) => rowsOf(generator, basis.dimension)),
    eigenvalues,
    algebra: algebraRecord(basis),
    omega,
    realToImaginary: Number.isFinite(realToImaginary) ? realToImaginary : null,
    meanCosine,
    bce,
    invariance: invariant ? await invarianceScore(encoder, basis, invariant, states, random) : null,
    quadraticForm:
      hasMotion(dataset) && basis.dimension <= FORMS
        ? await quadraticFormScore(encoder, basis, { validation, train, invariant })
        : null,
    ...(factors?.kind === 'angles' && {
      factors: await factorScore(encoder, basis.centre, test, factors),
    }),
    ...(factors?.kind === 'rotation' && {
      orientation: await orientationScore(encoder, basis.centre, test, factors),
    }),
    latentRank,
  };
  const reconstructed = await encoder.decode(await encoder.encode(states));
  return { symmetry, relativeMse: relativeError(reconstructed, states) };
}
