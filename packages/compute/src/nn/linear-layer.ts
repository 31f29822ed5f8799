import * as tf from '@tensorflow/tfjs';
import type { ParameterSpec } from '../program.js';
import type { Layer } from './layer.js';

/**
 * f(x, W) + b with f linear in x, named `name.weight` and `name.bias` (one for each channel, the
 * last axis of the result). Its derivative along ẋ is f(ẋ, W).
 */
export function linearLayer<Value extends tf.Tensor>(
  name: string,
  weight: ParameterSpec,
  bias: ParameterSpec,
  product: (x: Value, weight: tf.Tensor) => tf.Tensor,
): Layer<Value, Value> {
  const [ofWeight, ofBias] = [`${name}.weight`, `${name}.bias`];
  return {
    parameters: { [ofWeight]: weight, [ofBias]: bias },
    state: {},
    apply: (x, { parameters }) => tf.add(product(x, parameters[ofWeight]), parameters[ofBias]),
    push: ({ value, tangent }, { parameters }) => ({
      value: tf.add(product(value, parameters[ofWeight]), parameters[ofBias]),
      tangent: product(tangent, parameters[ofWeight]) as Value,
    }),
  };
}
