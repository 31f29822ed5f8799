import * as tf from '@tensorflow/tfjs';
import type { Tensors } from '@noether/compute';
import { act } from './group-action.js';
import type { Representation } from './representation.js';

/** States before and after a group element, B × T × k each. */
export interface Transformed {
  /** g·z = centre + g(w)(z − centre). */
  readonly z: tf.Tensor3D;
  /** z − centre and g·z − centre: what angles are taken between. */
  readonly centred: readonly [before: tf.Tensor3D, after: tf.Tensor3D];
}

/** g(w)·z about a centre, a tensor that broadcasts to z; undefined is the origin. */
export function transform(
  representation: Representation,
  generators: Tensors,
  coefficients: tf.Tensor2D,
  z: tf.Tensor3D,
  centre: tf.Tensor | undefined,
): Transformed {
  if (!centre) {
    const moved = act(representation, generators, coefficients, z);
    return { z: moved, centred: [z, moved] };
  }
  const offset = tf.sub(z, centre) as tf.Tensor3D;
  const turned = act(representation, generators, coefficients, offset);
  return { z: tf.add(turned, centre), centred: [offset, turned] };
}
