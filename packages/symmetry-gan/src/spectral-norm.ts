import * as tf from '@tensorflow/tfjs';
import { stopGradient, type Layer, type LayerScope, type Tensors } from '@noether/compute';

const WEIGHT = /\.weight$/;

/**
 * The layer with every weight matrix W as W/σ, σ its largest singular value by power iteration
 * (Miyato et al., ICLR 2018): each linear map stretches nothing, so ReLU layers are 1-Lipschitz. The
 * direction u of the iteration is carried as `….direction`, one iteration u ← Wᵀv/|Wᵀv|, v = Wu/|Wu| each training
 * step; σ = vᵀWu, differentiated with u and v held fixed.
 */
export function spectrallyNormalised(layer: Layer): Layer {
  const weights = Object.keys(layer.parameters).filter((name) => WEIGHT.test(name));
  const directions = weights.map((name) => {
    const [, outputs] = layer.parameters[name].shape;
    const initial = new Float32Array(outputs).fill(1 / Math.sqrt(outputs));
    return [directionOf(name), { shape: [1, outputs], initial }] as const;
  });
  const scoped = (scope: LayerScope): LayerScope => {
    const parameters: Tensors = { ...scope.parameters };
    for (const name of weights) {
      const weight = scope.parameters[name] as tf.Tensor2D;
      const { sigma, direction } = iterate(weight, scope.state[directionOf(name)] as tf.Tensor2D);
      parameters[name] = tf.div(weight, sigma);
      if (scope.training) scope.nextState[directionOf(name)] = direction;
    }
    return { ...scope, parameters };
  };
  return {
    parameters: layer.parameters,
    state: { ...layer.state, ...Object.fromEntries(directions) },
    apply: (x, scope) => layer.apply(x, scoped(scope)),
    push: (x, scope) => layer.push(x, scoped(scope)),
  };
}

function directionOf(weight: string): string {
  return weight.replace(WEIGHT, '.direction');
}

function iterate(
  weight: tf.Tensor2D,
  direction: tf.Tensor2D,
): { sigma: tf.Tensor; direction: tf.Tensor2D } {
  const fixed = stopGradient(weight);
  const left = unit(tf.matMul(direction, fixed, false, true));
  const right = unit(tf.matMul(left, fixed));
  return { sigma: tf.sum(tf.mul(tf.matMul(left, weight), right)), direction: right };
}

function unit(row: tf.Tensor2D): tf.Tensor2D {
  return tf.mul(row, tf.rsqrt(tf.add(tf.sum(tf.square(row)), 1e-12)));
}
