import type { Parameters } from './sindy-run.js';

/**
 * Multiplies the latent space of a dense autoencoder by a factor, in place: the last layer of the encoder
 * times it, the weights of the decoder's first layer divided by it, so that ψ(φ(x)) stays what it is.
 * @param layers linear layers of each network
 */
export function scaleLatent(parameters: Parameters, factor: number, layers: number): void {
  const times = (name: string, by: number): void => {
    const values = parameters[`autoencoder.${name}`];
    values.forEach((value, at) => (values[at] = value * by));
  };
  times(`encoder.${layers - 1}.weight`, factor);
  times(`encoder.${layers - 1}.bias`, factor);
  times('decoder.0.weight', 1 / factor);
}
