import type { NoetherError } from '@noether/contracts';
import type { SymmetryData } from '@noether/symmetry-gan';
import { tinyAutoencoder } from './tiny-autoencoder.js';
import { tinyData, tinyOptions } from './tiny-run.js';

export const SEED = 9;
/** Two steps an epoch, eight in all; everything that changes during training changes in it. */
export const OPTIONS = tinyOptions({
  epochs: 4,
  encoderDelay: 0.3,
  freezeStatistics: 0.6,
  schedule: { hold: 0.25, final: 0.1 },
  threshold: { epochs: 1, ratio: 0.4, from: 0.25 },
  discriminator: { width: 8, hidden: 1, sees: 'displacements', decoded: true, labels: 1 },
});
export const STEPS = 8;

export async function fullData(change: Partial<SymmetryData> = {}): Promise<SymmetryData> {
  const labels = Float32Array.from({ length: 40 }, (_, index) => index / 40);
  return tinyData({ autoencoder: tinyAutoencoder(2, 2), labels, ...change });
}

/** Code and message of the error that a piece of work ends with. */
export async function failure(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    return `${(error as NoetherError).code}: ${(error as Error).message}`;
  }
  return 'no error';
}
