import { invalidArgument } from '@noether/contracts';

export interface ConvolutionOptions {
  /** Channels of the input. */
  readonly inputs: number;
  /** Channels of the output. */
  readonly outputs: number;
  /** Extent of the filter along every axis; default 3. */
  readonly kernel?: number;
  /** Default 1, of transposed convolutions 2. */
  readonly stride?: number;
}

export interface PaddedConvolutionOptions extends ConvolutionOptions {
  /** `same` (default): the output has input/stride entries, rounded up. `valid`: no padding. */
  readonly padding?: 'same' | 'valid';
}

/** @throws NoetherError when a size is not a positive whole number */
export function checkSizes(sizes: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(sizes)) {
    if (!Number.isInteger(value) || value < 1) {
      throw invalidArgument(name, value, 'it must be a whole number, at least 1');
    }
  }
}
