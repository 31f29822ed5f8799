import * as tf from '@tensorflow/tfjs';
import { sizeOf } from '@noether/contracts';
import type { Attribute, GraphBuilder } from '../trace/graph.js';
import { sameShape, symbol, type SymbolicTensor } from '../trace/symbol.js';
import { channelsFirst, fromChannelsFirst, paddingOf, windowAxes } from './image-layout.js';
import type { ImageFormat, Padding } from './image-layout.js';
import { permuted, reshaped } from './layout.js';
import type { Lowering, LoweringTable } from './lowering.js';

/** A convolution with all of its sizes known. */
interface Convolution extends Padding {
  readonly format: ImageFormat;
  readonly batch: number;
  readonly inputs: number;
  readonly outputs: number;
  /** 1, or for depthwise convolutions the number of input channels. */
  readonly groups: number;
  readonly size: readonly number[];
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
  readonly inputExtents: readonly number[];
  readonly outputExtents: readonly number[];
}

type Attributes = Readonly<Record<string, unknown>>;
type Quad = [number, number, number, number];

function convolutionOf(
  inputShape: readonly number[],
  filterShape: readonly number[],
  attributes: Attributes,
  depthwise: boolean,
): Convolution {
  const named = (attributes.dataFormat ?? 'NHWC') as 'NHWC' | 'NCHW';
  const format = tf.backend_util.convertConv2DDataFormat(named);
  const info = tf.backend_util.computeConv2DInfo(
    inputShape as Quad,
    filterShape as Quad,
    attributes.strides as [number, number],
    (attributes.dilations ?? [1, 1]) as [number, number],
    attributes.pad as 'valid' | 'same' | number,
    attributes.dimRoundingMode as 'floor' | 'round' | 'ceil' | undefined,
    depthwise,
    format,
  );
  const axes = windowAxes(info);
  return {
    ...paddingOf(axes),
    format,
    batch: info.batchSize,
    inputs: info.inChannels,
    outputs: info.outChannels,
    groups: depthwise ? info.inChannels : 1,
    size: axes.map((axis) => axis.size),
    strides: axes.map((axis) => axis.stride),
    dilations: axes.map((axis) => axis.dilation),
    inputExtents: axes.map((axis) => axis.input),
    outputExtents: axes.map((axis) => axis.output),
  };
}

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
    const value = builder.node('Conv', [image, weightsOf(builder, filter, c)], attributesOf(c));
    const excess = c.spare.map((entries, axis) => Math.floor(entries / c.strides[axis]));
    const all = c.outputExtents.map((extent, axis) => extent + excess[axis]);
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
    const inner = c.spare.map((entries, axis) => Math.min(entries, c.strides[axis] - 1));
    const value = builder.node('ConvTranspose', [upstream, weightsOf(builder, filter, c)], {
      ...attributesOf(c),
      output_padding: inner,
    });
    const outer = c.spare.map((entries, axis) => entries - inner[axis]);
    const shape = [c.batch, c.inputs, ...c.inputExtents];
    return fromChannelsFirst(builder, extended(builder, value, outer), shape, c.format);
  };

/** Rows and columns of zeros at the end, for those that no window reached. */
function extended(builder: GraphBuilder, value: string, [rows, columns]: number[]): string {
  if (rows === 0 && columns === 0) return value;
  const amounts = builder.integers([0, 0, 0, 0, 0, 0, rows, columns]);
  return builder.node('Pad', [value, amounts, builder.scalar(0)]);
}

/**
 * dW = x ⋆ dy with batch and channels of both in each other's place, and stride and dilation too.
 */
const filterGradient =
  (depthwise: boolean): Lowering =>
  (builder, { x, dy }, attributes) => {
    const c = convolutionOf(x.shape, attributes.filterShape as number[], attributes, depthwise);
    countWork(builder, c);
    const swapped = (tensor: SymbolicTensor): SymbolicTensor =>
      permuted(builder, channelsFirst(builder, tensor, c.format), [1, 0, 2, 3]);
    const image = depthwise
      ? reshaped(builder, plain(swapped(x)), [1, c.inputs * c.batch, ...c.inputExtents])
      : swapped(x);
    const value = builder.node('Conv', [image.value, swapped(dy).value], {
      kernel_shape: c.outputExtents,
      strides: c.dilations,
      dilations: c.strides,
      pads: c.pads,
      group: c.groups,
    });
    const whole = c.size.map((extent, axis) => extent + c.spare[axis]);
    const found = symbol(value, [image.shape[0], c.outputs, ...whole], 'float32');
    return asFilter(builder, firstOf(builder, found, c.size), c);
  };

const plain = ({ value, shape, type }: SymbolicTensor): SymbolicTensor =>
  symbol(value, shape, type);

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

function asFilter(builder: GraphBuilder, x: SymbolicTensor, c: Convolution): SymbolicTensor {
  const multiplier = c.outputs / c.groups;
  const split = c.groups === 1 ? x : reshaped(builder, x, [c.inputs, multiplier, ...c.size]);
  return plain(permuted(builder, split, [2, 3, 0, 1]));
}

/** Convolutions in two dimensions and their gradients; tfjs' one-dimensional ones are of height 1. */
export const convolutionLowerings: LoweringTable = {
  Conv2D: convolve(false),
  Conv2DBackpropFilter: filterGradient(false),
  Conv2DBackpropInput: inputGradient(false),
  DepthwiseConv2dNative: convolve(true),
  DepthwiseConv2dNativeBackpropFilter: filterGradient(true),
  DepthwiseConv2dNativeBackpropInput: inputGradient(true),
};
