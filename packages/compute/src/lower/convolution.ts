import { sizeOf } from '@noether/contracts';
import type { Attribute, GraphBuilder } from '../trace/graph.js';
import { sameShape, symbol, type SymbolicTensor } from '../trace/symbol.js';
import { convolutionOf, type Convolution } from './convolution-sizes.js';
import { fullFilterGradient } from './filter-gradient.js';
import { channelsFirst, fromChannelsFirst } from './image-layout.js';
import { permuted, reshaped } from './layout.js';
import type { Lowering, LoweringTable } from './lowering.js';

function attributesOf(convolution: Convolution): Record<string, Attribute> {
  const { size, strides, dilations, pads, groups } = convolution;
  return { kernel_shape: size, strides, dilations, pads, group: groups };
}

/** Height × width × inputs × outputs → outputs × inputs (of one group) × height × width. */
function weightsOf(
  builder: GraphBuilder,
  filter: SymbolicTensor,
  { groups, outputs, size }: Convolution,
): string {
  if (groups === 1) return permuted(builder, filter, [3, 2, 0, 1]).value;
  const moved = permuted(builder, filter, [2, 3, 0, 1]);
  return reshaped(builder, symbol(moved.value, moved.shape, 'float32'), [outputs, 1, ...size])
    .value;
}

function countWork(builder: GraphBuilder, c: Convolution): void {
  const products = sizeOf([c.batch, ...c.outputExtents, ...c.size, c.outputs]);
  builder.work += 2 * products * (c.inputs / c.groups);
}

const convolve =
  (depthwise: boolean): Lowering =>
  (builder, { x, filter }, attributes) => {
    const c = convolutionOf(x.shape, filter.shape, attributes, depthwise);
    countWork(builder, c);
    const image = channelsFirst(builder, x, c.format).value;
    const weights = weightsOf(builder, filter, c);
    const value = builder.node('Conv', [image, weights], attributesOf(c));
    const excess = c.spare.map((entries, axis) => Math.floor(entries / c.strides[axis]));
    const all = c.outputExtents.map((extent, axis) => extent + excess[axis]);
    builder.shapes.set(weights, [c.outputs, c.inputs / c.groups, ...c.size]);
    builder.shapes.set(value, [c.batch, c.outputs, ...all]);
    const found = symbol(value, [c.batch, c.outputs, ...all], 'float32');
    const kept = firstOf(builder, found, c.outputExtents);
    return fromChannelsFirst(builder, kept.value, kept.shape, c.format);
  };

/** Also the transposed convolution. */
const inputGradient =
  (depthwise: boolean): Lowering =>
  (builder, { dy, filter }, attributes) => {
    const c = convolutionOf(attributes.inputShape as number[], filter.shape, attributes, depthwise);
    countWork(builder, c);
    const upstream = channelsFirst(builder, dy, c.format).value;
    const around = c.pads.map((amount, side) => c.size[side % 2] - 1 - amount);
    const still = !depthwise && c.strides.every((step) => step === 1);
    const value =
      still && Math.min(...around, ...c.spare.map((entries) => -entries)) >= 0
        ? turnedConvolution(builder, upstream, filter, { ...c, pads: around })
        : transposedConvolution(builder, upstream, filter, c);
    return fromChannelsFirst(builder, value, [c.batch, c.inputs, ...c.inputExtents], c.format);
  };

/** With stride 1: a convolution with the filter turned by 180°, which runs on more threads. */
function turnedConvolution(
  builder: GraphBuilder,
  upstream: string,
  filter: SymbolicTensor,
  c: Convolution,
): string {
  const moved = permuted(builder, filter, [2, 3, 0, 1]).value;
  const bounds = [[-1, -1], c.size.map((extent) => -extent - 1), [2, 3], [-1, -1]];
  const turned = builder.node('Slice', [
    moved,
    ...bounds.map((numbers) => builder.integers(numbers)),
  ]);
  const value = builder.node('Conv', [upstream, turned], attributesOf(c));
  builder.shapes.set(turned, [c.inputs, c.outputs, ...c.size]);
  builder.shapes.set(value, [c.batch, c.inputs, ...c.inputExtents]);
  return value;
}

function transposedConvolution(
  builder: GraphBuilder,
  upstream: string,
  filter: SymbolicTensor,
  c: Convolution,
): string {
  const inner = c.spare.map((entries, axis) => Math.min(entries, c.strides[axis] - 1));
  const outer = c.spare.map((entries, axis) => entries - inner[axis]);
  const value = builder.node('ConvTranspose', [upstream, weightsOf(builder, filter, c)], {
    ...attributesOf(c),
    output_padding: inner,
  });
  return extended(builder, value, outer);
}

/** Rows and columns of zeros at the end, for those that no window reached. */
function extended(builder: GraphBuilder, value: string, [rows, columns]: number[]): string {
  if (rows === 0 && columns === 0) return value;
  const amounts = builder.integers([0, 0, 0, 0, 0, 0, rows, columns]);
  return builder.node('Pad', [value, amounts, builder.scalar(0)]);
}

/** The first rows and columns of an image whose channels come first. */
function firstOf(
  builder: GraphBuilder,
  x: SymbolicTensor,
  extents: readonly number[],
): SymbolicTensor {
  const shape = [...x.shape.slice(0, 2), ...extents];
  if (sameShape(shape, x.shape)) return x;
  const bounds = [[0, 0], extents, [2, 3]].map((values) => builder.integers(values));
  return symbol(builder.node('Slice', [x.value, ...bounds]), shape, x.type);
}

const filterGradient: Lowering = (builder, { x, dy }, attributes) => {
  const c = convolutionOf(x.shape, attributes.filterShape as number[], attributes, false);
  countWork(builder, c);
  return fullFilterGradient(
    builder,
    channelsFirst(builder, x, c.format),
    channelsFirst(builder, dy, c.format),
    c,
  );
};

/** dW = x ⋆ dy with batch and channels in each other's place, and stride and dilation too. */
const depthwiseFilterGradient: Lowering = (builder, { x, dy }, attributes) => {
  const c = convolutionOf(x.shape, attributes.filterShape as number[], attributes, true);
  countWork(builder, c);
  const swapped = (tensor: SymbolicTensor): SymbolicTensor =>
    plain(permuted(builder, channelsFirst(builder, tensor, c.format), [1, 0, 2, 3]));
  const image = reshaped(builder, swapped(x), [1, c.inputs * c.batch, ...c.inputExtents]);
  const value = builder.node('Conv', [image.value, swapped(dy).value], {
    kernel_shape: c.outputExtents,
    strides: c.dilations,
    dilations: c.strides,
    pads: c.pads,
    group: c.groups,
  });
  const whole = c.size.map((extent, axis) => extent + c.spare[axis]);
  const found = symbol(value, [1, c.outputs, ...whole], 'float32');
  const kept = firstOf(builder, found, c.size);
  const split = reshaped(builder, kept, [c.inputs, c.outputs / c.groups, ...c.size]);
  return plain(permuted(builder, split, [2, 3, 0, 1]));
};

const plain = ({ value, shape, type }: SymbolicTensor): SymbolicTensor =>
  symbol(value, shape, type);

/** Convolutions in two dimensions and their gradients; tfjs' one-dimensional ones are of height 1. */
export const convolutionLowerings: LoweringTable = {
  Conv2D: convolve(false),
  Conv2DBackpropFilter: filterGradient,
  Conv2DBackpropInput: inputGradient(false),
  DepthwiseConv2dNative: convolve(true),
  DepthwiseConv2dNativeBackpropFilter: depthwiseFilterGradient,
  DepthwiseConv2dNativeBackpropInput: inputGradient(true),
};
