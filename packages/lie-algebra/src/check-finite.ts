import { NoetherError } from '@noether/contracts';

/**
 * @param argument name of the values, which are rows of `width`
 * @throws NoetherError that names the row and the value when one is NaN or infinite
 */
export function checkFinite(argument: string, values: Float64Array, width: number): void {
  for (let index = 0; index < values.length; index++) {
    if (Number.isFinite(values[index])) continue;
    const [row, place] = [Math.floor(index / width), index % width];
    throw new NoetherError(
      `${argument} holds ${values[index]} at index ${index}, value ${place} of row ${row}; every value must be finite.`,
      { code: 'invalid-argument', argument, value: values[index] },
    );
  }
}
