import type { Gap } from './gap.js';

const without = (kernel: string, operation: string): Gap => ({
  operation,
  sign: `Kernel '${kernel}' not registered`,
  reason: 'no kernel for the gradient',
});

const paddings = ['same', 'valid', 'explicit'] as const;

const imageGaps: readonly Gap[] = [
  ...paddings.flatMap((pad) => [
    without('Conv2DBackpropFilter', `conv2d, padding ${pad}`),
    without('DepthwiseConv2dNativeBackpropInput', `depthwiseConv2d, padding ${pad}`),
  ]),
  ...['conv1d', 'conv2dTranspose'].flatMap((name) =>
    ['same', 'valid'].map((pad) => without('Conv2DBackpropFilter', `${name}, padding ${pad}`)),
  ),
  ...['conv2d', 'depthwiseConv2d', 'conv2d dilated'].map((name) => ({
    operation: `${name}, padding a number`,
    sign: '',
    reason: 'reads beyond its buffer and ends the module',
  })),
  ...['maxPool', 'maxPool of equals'].flatMap((name) =>
    ['same', 'valid'].map((pad) => ({
      operation: `${name}, padding ${pad}`,
      sign: ': 0, not',
      reason: 'loses entries of the gradient',
    })),
  ),
  ...['2 × 2', '1 × 2'].flatMap((size) =>
    ['even', 'odd'].map((width) => ({
      operation: `maxPool of whole numbers, ${size}, ${width} width`,
      sign: ': 0, not',
      reason: 'loses entries of the gradient',
    })),
  ),
  {
    operation: 'avgPool, padding same',
    sign: '/d0',
    reason: 'divides by the whole window in its gradient, padding included, as tfjs-cpu does',
  },
  ...[
    'convolutional network',
    'one-dimensional network',
    'fused.conv2d linear',
    'fused.conv2d relu',
  ].map((name) => without('Conv2DBackpropFilter', name)),
];

/** Of tfjs' own wasm back-end. */
export const wasmGaps: readonly Gap[] = [
  ...imageGaps,
  { operation: 'cast to bool', sign: ', not ', reason: 'truncates the number to a byte' },
  { operation: 'clipByValue of integers', sign: ', not ', reason: 'writes floats as integers' },
  { operation: 'einsum', sign: "Kernel 'Einsum' not registered", reason: 'no kernel' },
  without('UnsortedSegmentSum', 'gather'),
  without('UnsortedSegmentSum', 'bilinearSample'),
  {
    operation: 'gather of batches',
    sign: 'not ',
    reason: 'wrong entries from the second batch on',
  },
  {
    operation: 'unsortedSegmentSum',
    sign: "Kernel 'UnsortedSegmentSum' not registered",
    reason: 'no kernel',
  },
  { operation: 'where of bools', sign: '', reason: 'writes beyond its buffer and ends the module' },
];
