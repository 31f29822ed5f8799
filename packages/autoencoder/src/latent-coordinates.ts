import {
  invalidArgument,
  NoetherError,
  type Encoder,
  type EncoderRecord,
} from '@noether/contracts';
import { inverse, multiply } from '@noether/numerics';

/** Names of the tensors that hold the coordinates in a record. */
const CENTRE = 'coordinates.centre';
const MATRIX = 'coordinates.matrix';

/** New latent coordinates z' = matrix · (z − centre). */
export interface LatentCoordinates {
  /** Length k. */
  readonly centre: Float64Array;
  /** Row-major k × k, invertible. */
  readonly matrix: Float64Array;
}

/**
 * The same encoder in new latent coordinates: {@link loadEncoder} then gives z' = M (φ(x) − c),
 * ψ(M⁻¹z' + c) and velocities M·ż. Coordinates set before are replaced.
 * @throws NoetherError when the sizes do not fit each other
 */
export function withLatentCoordinates(
  record: EncoderRecord,
  { centre, matrix }: LatentCoordinates,
): EncoderRecord {
  const k = centre.length;
  if (matrix.length !== k * k) {
    throw invalidArgument('matrix', matrix, `it must have ${k} × ${k} entries`);
  }
  return {
    ...record,
    tensors: {
      ...record.tensors,
      [CENTRE]: { shape: [k], data: centre },
      [MATRIX]: { shape: [k, k], data: matrix },
    },
  };
}

/** The encoder in the coordinates that its record names, if it names any. */
export function inLatentCoordinates(encoder: Encoder, record: EncoderRecord): Encoder {
  if (!(MATRIX in record.tensors)) return encoder;
  const k = encoder.latentDimension;
  const centre = Float64Array.from(record.tensors[CENTRE].data);
  const matrix = Float64Array.from(record.tensors[MATRIX].data);
  if (centre.length !== k) {
    throw new NoetherError(
      `The encoder's record has latent coordinates of dimension ${centre.length}, the encoder ${k}.`,
      { code: 'wrong-checkpoint', argument: CENTRE },
    );
  }
  const back = inverse(matrix, k);
  const change = (by: Float64Array, rows: Float64Array): Float64Array => {
    const columns = rows.length / k;
    const result = new Float64Array(rows.length);
    for (let row = 0; row < columns; row++) {
      result.set(multiply(by, rows.subarray(row * k, row * k + k), k, k, 1), row * k);
    }
    return result;
  };
  return Object.freeze({
    ...encoder,
    encode: async (states: Float64Array) =>
      change(
        matrix,
        (await encoder.encode(states)).map((value, index) => value - centre[index % k]),
      ),
    decode: (latent: Float64Array) =>
      encoder.decode(change(back, latent).map((value, index) => value + centre[index % k])),
    latentVelocity: async (states: Float64Array, velocities: Float64Array) =>
      change(matrix, await encoder.latentVelocity(states, velocities)),
    toRecord: () => record,
  });
}
