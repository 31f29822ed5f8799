import type { Encoder } from '@noether/contracts';

/**
 * The same encoder with latent states measured from a centre: φ(x) − c and ψ(z + c). About the fixed
 * point of the group's action the equations of a symmetric motion need no constant term, so that no
 * small but necessary constant falls below the threshold of the regression.
 */
export function centredEncoder(encoder: Encoder, centre: Float64Array): Encoder {
  const k = centre.length;
  return Object.freeze({
    ...encoder,
    encode: async (states: Float64Array) =>
      (await encoder.encode(states)).map((value, index) => value - centre[index % k]),
    decode: (latent: Float64Array) =>
      encoder.decode(latent.map((value, index) => value + centre[index % k])),
  });
}
