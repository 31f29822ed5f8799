import type { Encoder, EncoderRecord } from '@noether/contracts';
import {
  intoCoordinates,
  principalCoordinates,
  type PrincipalCoordinates,
} from './sindy/principal-coordinates.js';

/** Options of {@link principalEncoder}. */
export interface PrincipalOptions {
  /** Share of the variance that may be left out; 1e-3 by default. */
  readonly tolerance?: number;
  /** Coordinates at most; 10 by default. */
  readonly most?: number;
}

export const PRINCIPAL = 'principal';

/**
 * Principal component analysis as an encoder, the linear way to few coordinates:
 * z = diag(s)⁻¹ Vᵀ(x − m), x = m + V diag(s) z with the mean m, the directions V of largest variance and the
 * deviations s along them, so that the coordinates are of order one. As many as leave at most
 * `tolerance` of the variance out.
 * @param states row-major rows × dimension
 */
export function principalEncoder(
  states: Float64Array,
  dimension: number,
  { tolerance = 1e-3, most = 10 }: PrincipalOptions = {},
): Encoder {
  const found = principalCoordinates(states, dimension, tolerance);
  const kept = Math.min(found.scales.length, most);
  return loadPrincipal({
    kind: 'encoder-record',
    architecture: PRINCIPAL,
    options: { inputDimension: dimension, latentDimension: kept },
    tensors: {
      centre: { shape: [dimension], data: found.centre },
      directions: {
        shape: [dimension, kept],
        data: found.directions.filter((_, at) => at % found.scales.length < kept),
      },
      scales: { shape: [kept], data: found.scales.slice(0, kept) },
    },
    provenance: { stage: 'encoder', options: { tolerance, most } },
  });
}

/** The encoder of a record of {@link principalEncoder}. */
export function loadPrincipal(record: EncoderRecord): Encoder {
  const [centre, directions, scales] = ['centre', 'directions', 'scales'].map((name) =>
    Float64Array.from(record.tensors[name].data),
  );
  const coordinates = { centre, directions, scales, unexplained: 0 };
  const into = (rows: Float64Array, kind: 'states' | 'derivatives'): Promise<Float64Array> =>
    Promise.resolve(Float64Array.from(intoCoordinates(rows, coordinates, kind)));
  return Object.freeze({
    kind: 'encoder',
    inputDimension: centre.length,
    latentDimension: scales.length,
    encode: (rows: Float64Array) => into(rows, 'states'),
    decode: (latent: Float64Array) => Promise.resolve(outOf(latent, coordinates)),
    latentVelocity: (_states: Float64Array, velocities: Float64Array) =>
      into(velocities, 'derivatives'),
    toRecord: () => record,
  } as const);
}

function outOf(
  latent: Float64Array,
  { centre, directions, scales }: PrincipalCoordinates,
): Float64Array {
  const [d, kept] = [centre.length, scales.length];
  const states = new Float64Array((latent.length / kept) * d);
  for (let row = 0; row * kept < latent.length; row++) {
    const scaled = scales.map((scale, at) => scale * latent[row * kept + at]);
    for (let column = 0; column < d; column++) {
      let value = centre[column];
      for (let at = 0; at < kept; at++) value += directions[column * kept + at] * scaled[at];
      states[row * d + column] = value;
    }
  }
  return states;
}
