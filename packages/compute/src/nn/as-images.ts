import * as tf from '@tensorflow/tfjs';
import type { Layer } from './layer.js';

/** A layer of images as a layer of signals, batch × length × channels: images of height 1. */
export function asImages(layer: Layer<tf.Tensor4D, tf.Tensor4D>): Layer<tf.Tensor3D, tf.Tensor3D> {
  const toImage = (x: tf.Tensor3D): tf.Tensor4D => tf.expandDims(x, 1);
  const toSignal = (x: tf.Tensor4D): tf.Tensor3D => tf.squeeze(x, [1]);
  return {
    parameters: layer.parameters,
    state: layer.state,
    apply: (x, scope) => toSignal(layer.apply(toImage(x), scope)),
    push: ({ value, tangent }, scope) => {
      const pushed = layer.push({ value: toImage(value), tangent: toImage(tangent) }, scope);
      return { value: toSignal(pushed.value), tangent: toSignal(pushed.tangent) };
    },
  };
}
