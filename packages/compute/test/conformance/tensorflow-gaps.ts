import type { Gap } from './gap.js';

const explicit = (operation: string, sign: string): Gap => ({
  operation,
  sign,
  reason: 'knows no padding but same and valid',
});

/** Of tfjs-node 4.22 on TensorFlow 2.21; docs/engines.md has the run they come from. */
export const tensorflowGaps: readonly Gap[] = [
  { operation: 'step of integers', sign: 'Invalid TF_Status: 3', reason: 'no kernel for integers' },
  ...['conv2d', 'depthwiseConv2d', 'conv2d dilated'].map((name) =>
    explicit(`${name}, padding a number`, "only 'valid' and 'same' padding"),
  ),
  explicit('conv2d, padding explicit', "only 'valid' and 'same' padding"),
  explicit('depthwiseConv2d, padding explicit', 'Invalid TF_Status: 3'),
];
