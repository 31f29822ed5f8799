import { invalidArgument } from '@noether/contracts';
import type { SymmetryOptions } from './options.js';
import { coefficientCount } from './group-action.js';
import type { SymmetryData } from './symmetry-data.js';

/**
 * Refuses data and options that do not fit each other.
 * @throws NoetherError that names the option or the datum
 */
export function checkTraining(data: SymmetryData, options: SymmetryOptions): void {
  checkOptions(options);
  const { windows, autoencoder, labels, stopAfter } = data;
  if (stopAfter !== undefined) checkCounts({ stopAfter });
  if (windows.dimension !== autoencoder.inputDimension) {
    throw invalidArgument(
      'autoencoder.inputDimension',
      autoencoder.inputDimension,
      `the data have ${windows.dimension} variables`,
    );
  }
  if (options.representation.dimension !== autoencoder.latentDimension) {
    throw invalidArgument(
      'representation',
      options.representation.dimension,
      `it must act on the ${autoencoder.latentDimension} latent coordinates`,
    );
  }
  const samples = windows.offsets.length;
  if (samples < options.batchSize) {
    throw invalidArgument(
      'batchSize',
      options.batchSize,
      `there ${samples === 1 ? 'is only 1 sample' : `are only ${samples} samples`}; take a smaller batch, longer trajectories or a smaller stride`,
    );
  }
  const expected = samples * (options.discriminator.labels ?? 0);
  if ((labels?.length ?? 0) !== expected) {
    throw invalidArgument(
      'labels',
      labels,
      `expected ${expected} values, discriminator.labels of them for each of ${samples} samples`,
    );
  }
}

function checkOptions(options: SymmetryOptions): void {
  const { representation, batchSize, epochs, coefficients, threshold } = options;
  if (coefficientCount(representation) === 0) {
    throw invalidArgument('representation', representation, 'one of its blocks must move');
  }
  const counts = {
    batchSize,
    epochs,
    ...(threshold ? { 'threshold.epochs': threshold.epochs } : {}),
  };
  checkCounts(counts);
  checkCoefficients(coefficients);
}

function checkCounts(counts: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(counts)) {
    if (!Number.isInteger(value) || value < 1) {
      throw invalidArgument(name, value, 'it must be a whole number, at least 1');
    }
  }
}

function checkCoefficients(coefficients: SymmetryOptions['coefficients']): void {
  if (coefficients.law === 'range') {
    const { lowest, highest } = coefficients;
    if (Number.isInteger(lowest) && Number.isInteger(highest) && lowest < highest) return;
    throw invalidArgument(
      'coefficients.lowest',
      lowest,
      `it must be a whole number below coefficients.highest, another one (${highest})`,
    );
  }
  const { law, scale } = coefficients;
  if (!(scale > 0) || (law === 'integer' && !Number.isInteger(scale))) {
    throw invalidArgument(
      'coefficients.scale',
      scale,
      `it must be a positive ${law === 'integer' ? 'whole ' : ''}number`,
    );
  }
}
