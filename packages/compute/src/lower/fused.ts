import type { GraphBuilder } from '../trace/graph.js';
import type { SymbolicTensor } from '../trace/symbol.js';
import { convolutionLowerings } from './convolution.js';
import { elementwiseLowerings } from './elementwise.js';
import type { KernelInputs, Lowering, LoweringTable } from './lowering.js';
import { matMulLowerings } from './matmul.js';

const run = (
  kernel: string,
  builder: GraphBuilder,
  inputs: KernelInputs,
  attributes: Readonly<Record<string, unknown>> = {},
): SymbolicTensor => elementwiseLowerings[kernel](builder, inputs, attributes) as SymbolicTensor;

const ACTIVATIONS: Readonly<Record<string, string>> = {
  elu: 'Elu',
  leakyrelu: 'LeakyRelu',
  prelu: 'Prelu',
  relu: 'Relu',
  relu6: 'Relu6',
  sigmoid: 'Sigmoid',
};

/** activation(product + bias), where `product` is the kernel that is fused. */
const withActivation =
  (product: Lowering): Lowering =>
  (builder, inputs, attributes) => {
    const { bias, preluActivationWeights, ...operands } = inputs;
    const value = product(builder, operands, attributes) as SymbolicTensor;
    const sum = bias ? run('Add', builder, { a: value, b: bias }) : value;
    const activation = (attributes.activation ?? 'linear') as string;
    if (activation === 'linear') return sum;
    const kernel = ACTIVATIONS[activation];
    if (!kernel) throw new Error(`the activation ${activation} is unknown`);
    const slopes = preluActivationWeights ? { alpha: preluActivationWeights } : {};
    return run(kernel, builder, { x: sum, ...slopes }, { alpha: attributes.leakyreluAlpha });
  };

/** offset + scale (x − mean)/√(variance + ε). */
const fusedBatchNorm: Lowering = (builder, inputs, attributes) => {
  const { x, mean, variance, offset, scale } = inputs;
  const epsilon = {
    ...variance,
    shape: [],
    stored: [],
    value: builder.scalar(Number(attributes.varianceEpsilon)),
  };
  const root = run('Rsqrt', builder, { x: run('Add', builder, { a: variance, b: epsilon }) });
  const gain = scale ? run('Multiply', builder, { a: root, b: scale }) : root;
  const centred = run('Sub', builder, { a: x, b: mean });
  const result = run('Multiply', builder, { a: centred, b: gain });
  return offset ? run('Add', builder, { a: result, b: offset }) : result;
};

/** Kernels that do the work of several others. */
export const fusedLowerings: LoweringTable = {
  FusedBatchNorm: fusedBatchNorm,
  FusedConv2D: withActivation(convolutionLowerings.Conv2D),
  FusedDepthwiseConv2D: withActivation(convolutionLowerings.DepthwiseConv2dNative),
  _FusedMatMul: withActivation(matMulLowerings.BatchMatMul),
};
