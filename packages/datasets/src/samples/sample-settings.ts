import { invalidArgument } from '@noether/contracts';
import { positiveInteger } from '../positive-integer.js';
import type { SampleOptions } from './sample-source.js';

/**
 * Returns `settings` when they are in range.
 * @throws NoetherError that names the one that is not
 */
export function sampleSettings<T extends Required<SampleOptions>>(settings: T): T {
  for (const name of ['train', 'validation', 'test'] as const) {
    positiveInteger(name, settings[name]);
  }
  if (!(settings.noise >= 0 && settings.noise < Infinity)) {
    throw invalidArgument('noise', settings.noise, 'a standard deviation is 0 or positive');
  }
  return settings;
}
