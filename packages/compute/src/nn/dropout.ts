import * as tf from '@tensorflow/tfjs';
import { invalidArgument } from '@noether/contracts';

/**
 * Each entry of x is 0 with probability `rate`, else x/(1 − rate) (Srivastava et al. 2014). The
 * randomness comes in as an input: `noise` has numbers from [0, 1), of the shape of x or one that
 * broadcasts to it; an entry is left out where its noise is below the rate.
 * @throws NoetherError when the rate is not in [0, 1)
 */
export function dropout<T extends tf.Tensor>(x: T, noise: tf.Tensor, rate: number): T {
  if (!(rate >= 0 && rate < 1)) {
    throw invalidArgument('rate', rate, 'it must be at least 0 and less than 1');
  }
  const kept = tf.cast(tf.greaterEqual(noise, rate), 'float32');
  return tf.mul(x, tf.div(kept, 1 - rate));
}
