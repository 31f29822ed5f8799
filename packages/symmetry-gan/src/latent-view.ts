import * as tf from '@tensorflow/tfjs';
import { stopGradient } from '@noether/compute';

/** Weight of the newest batch in the running size of the displacements. */
const MOMENTUM = 0.02;

/** Name of the carried state: root mean square of the displacements between states. */
export const DISPLACEMENT_SCALE = 'displacement.scale';

/** What the discriminator gets of a sample: B × T × k → B × (T·k). */
export function latentView(
  sees: 'states' | 'displacements',
  z: tf.Tensor3D,
  scale: tf.Tensor,
): tf.Tensor2D {
  const [batch, timesteps, dimension] = z.shape;
  if (sees === 'states' || timesteps === 1) {
    return tf.reshape(z, [batch, timesteps * dimension]);
  }
  const [first] = tf.split(z, timesteps, 1);
  const steps = tf.div(displacements(z), scale);
  return tf.reshape(tf.concat([first, steps], 1), [batch, timesteps * dimension]);
}

/** Running root mean square of the displacements; one number, so that it commutes with the group. */
export function updateScale(previous: tf.Tensor, z: tf.Tensor3D): tf.Tensor {
  const fresh = stopGradient(
    tf.reshape(tf.sqrt(tf.add(tf.mean(tf.square(displacements(z))), 1e-12)), [1]),
  );
  const mixed = tf.add(tf.mul(previous, 1 - MOMENTUM), tf.mul(fresh, MOMENTUM));
  return tf.where(tf.equal(previous, 0), fresh, mixed);
}

function displacements(z: tf.Tensor3D): tf.Tensor3D {
  const states = tf.split(z, z.shape[1], 1);
  const steps = states.slice(1).map((state, index) => tf.sub(state, states[index]));
  return (steps.length === 1 ? steps[0] : tf.concat(steps, 1)) as tf.Tensor3D;
}
