import type { NamedTensor, TensorTable } from '@noether/contracts';
import { multiply, transpose } from '@noether/numerics';
import type { PrincipalCoordinates } from './principal-coordinates.js';

/**
 * The weights of a dense autoencoder that was trained in principal coordinates, for the data
 * themselves: the linear map to the coordinates goes into the encoder's first layer and the map back
 * into the decoder's last one, so both functions stay what they are. `layers` is the number of linear
 * layers of each.
 */
export function unfoldCoordinates(
  tensors: TensorTable,
  { centre, directions, scales }: PrincipalCoordinates,
  layers: number,
): TensorTable {
  const [dimension, kept] = [centre.length, scales.length];
  const first = 'autoencoder.encoder.0';
  const last = `autoencoder.decoder.${layers - 1}`;
  const into = directions.map((value, at) => value / scales[at % kept]);
  const back = transpose(
    directions.map((value, at) => value * scales[at % kept]),
    dimension,
    kept,
  );
  const [, width] = tensors[`${first}.weight`].shape;
  const [before] = tensors[`${last}.weight`].shape;
  const data = (name: string): Float64Array => Float64Array.from(tensors[name].data);
  const firstWeight = multiply(into, data(`${first}.weight`), dimension, kept, width);
  const shift = multiply(centre, firstWeight, 1, dimension, width);
  const lastBias = multiply(data(`${last}.bias`), back, 1, kept, dimension);
  const tensor = (shape: readonly number[], values: Float64Array): NamedTensor => ({
    shape,
    data: values,
  });
  return {
    ...tensors,
    [`${first}.weight`]: tensor([dimension, width], firstWeight),
    [`${first}.bias`]: tensor(
      [width],
      data(`${first}.bias`).map((value, at) => value - shift[at]),
    ),
    [`${last}.weight`]: tensor(
      [before, dimension],
      multiply(data(`${last}.weight`), back, before, kept, dimension),
    ),
    [`${last}.bias`]: tensor(
      [dimension],
      lastBias.map((value, at) => value + centre[at]),
    ),
  };
}
