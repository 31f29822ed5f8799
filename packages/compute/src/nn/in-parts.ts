import * as tf from '@tensorflow/tfjs';
import { invalidArgument } from '@noether/contracts';
import type { Layer } from './layer.js';

/** More would make compilation slow and bring little. */
const MOST_PARTS = 16;

/**
 * A layer applied to one part of the batch after the other, `samples` in each, or more where there
 * would be more than 16 parts. The numbers stay the same; with large samples it is faster, because
 * what an operation wrote is still in the processor's cache when the next one reads it, and needs
 * less memory for what only one operation needs.
 * @throws NoetherError for a layer with carried state, such as batch norm, which is about the whole batch
 */
export function inParts(layer: Layer, samples: number): Layer {
  if (Object.keys(layer.state).length > 0) {
    throw invalidArgument('layer', Object.keys(layer.state), 'its samples depend on each other');
  }
  return {
    ...layer,
    apply: (x, scope) => {
      const [batch] = x.shape;
      const count = Math.min(MOST_PARTS, Math.ceil(batch / samples));
      if (count <= 1) return layer.apply(x, scope);
      const size = Math.ceil(batch / count);
      const sizes = Array.from({ length: Math.ceil(batch / size) }, (_, part) =>
        Math.min(size, batch - part * size),
      );
      const parts: tf.Tensor2D[] = tf.split(x, sizes);
      return tf.concat(parts.map((part) => layer.apply(part, scope)));
    },
  };
}
