import * as tf from '@tensorflow/tfjs';
import { SIGNLESS } from '../engines/index-out-of-range.js';
import type { GraphBuilder } from '../trace/graph.js';
import { materialise, symbol, uniform, type SymbolicTensor } from '../trace/symbol.js';
import type { ElementType } from '../trace/graph.js';
import type { Lowering, LoweringTable } from './lowering.js';
import { reshaped } from './layout.js';

/**
 * Indices as tfjs takes them: below 0 is an error, where ONNX counts from the end. Constant ones are looked at
 * here, others lose their sign and are so large then that the runtime refuses them.
 */
function fromZero(builder: GraphBuilder, indices: SymbolicTensor): SymbolicTensor {
  const constant = builder.constants.get(indices.value);
  const negative = constant && Array.from(constant.data as Int32Array).find((index) => index < 0);
  if (negative !== undefined) throw new Error(`the index ${negative} is below 0`);
  if (constant) return indices;
  const values = [materialise(builder, indices), builder.scalar(SIGNLESS, 'int32')];
  return symbol(builder.node('BitwiseAnd', values), indices.shape, 'int32');
}

/** int64, which is what ONNX's gathering and scattering by tuples of indices take. */
function longIndices(builder: GraphBuilder, indices: SymbolicTensor): string {
  return builder.node('Cast', [materialise(builder, indices)], { to: 7 });
}

const gather: Lowering = (builder, { x, indices }, attributes) => {
  const rank = x.shape.length;
  const axis = ((Number(attributes.axis ?? 0) % rank) + rank) % rank;
  const batch = Number(attributes.batchDims ?? 0);
  const places = fromZero(builder, indices);
  const shape = [
    ...x.shape.slice(0, axis),
    ...indices.shape.slice(batch),
    ...x.shape.slice(axis + 1),
  ];
  if (batch === 0) {
    const values = [materialise(builder, x), materialise(builder, places)];
    return symbol(builder.node('Gather', values, { axis }), shape, x.type);
  }
  if (axis !== batch) throw new Error('batchDims is supported where it equals the axis only');
  const tuples = reshaped(builder, places, [...indices.shape, 1]);
  const values = [materialise(builder, x), longIndices(builder, tuples)];
  return symbol(builder.node('GatherND', values, { batch_dims: batch }), shape, x.type);
};

const gatherTuples: Lowering = (builder, { params, indices }) => {
  const depth = indices.shape[indices.shape.length - 1];
  const places = longIndices(builder, fromZero(builder, indices));
  const values = [materialise(builder, params), places];
  const shape = [...indices.shape.slice(0, -1), ...params.shape.slice(depth)];
  return symbol(builder.node('GatherND', values), shape, params.type);
};

/** Zeros with `updates` added at the tuples `indices`. */
function scattered(
  builder: GraphBuilder,
  indices: SymbolicTensor,
  updates: SymbolicTensor,
  shape: readonly number[],
): SymbolicTensor {
  const zeros = materialise(builder, uniform(builder, 0, shape, updates.type));
  const values = [zeros, longIndices(builder, indices), materialise(builder, updates)];
  return symbol(builder.node('ScatterND', values, { reduction: 'add' }), shape, updates.type);
}

const scatterTuples: Lowering = (builder, { indices, updates }, { shape }) =>
  scattered(builder, fromZero(builder, indices), updates, shape as number[]);

/** Also the gradient of `gather`. */
const segmentSum: Lowering = (builder, { x, segmentIds }, { numSegments }) => {
  const tuples = reshaped(builder, fromZero(builder, segmentIds), [...segmentIds.shape, 1]);
  const shape = [Number(numSegments), ...x.shape.slice(segmentIds.shape.length)];
  return scattered(builder, tuples, x, shape);
};

const oneHot: Lowering = (builder, { indices }, attributes) => {
  const depth = Number(attributes.depth);
  const type = (attributes.dtype ?? 'float32') as ElementType;
  const column = reshaped(builder, indices, [...indices.shape, 1]);
  const classes = builder.constant(
    Int32Array.from({ length: depth }, (_, at) => at),
    [depth],
    'int32',
  );
  const value = builder.node('Where', [
    builder.node('Equal', [materialise(builder, column), classes]),
    builder.scalar(Number(attributes.onValue), type),
    builder.scalar(Number(attributes.offValue), type),
  ]);
  return symbol(value, [...indices.shape, depth], type);
};

const stridedSlice: Lowering = (builder, { x }, attributes) => {
  const mask = (name: string): number => Number(attributes[name] ?? 0);
  const info = tf.slice_util.sliceInfo(
    [...x.shape],
    attributes.begin as number[],
    attributes.end as number[],
    attributes.strides as number[],
    mask('beginMask'),
    mask('endMask'),
    mask('ellipsisMask'),
    mask('newAxisMask'),
    mask('shrinkAxisMask'),
  );
  const ends = info.end.map((end, axis) => (end < 0 ? -x.shape[axis] - 1 : end));
  const value = builder.node('Slice', [
    materialise(builder, x),
    builder.integers(info.begin),
    builder.integers(ends),
    builder.integers(x.shape.map((_, axis) => axis)),
    builder.integers(info.strides),
  ]);
  const shape = info.begin.map((begin, axis) =>
    Math.max(0, Math.ceil((info.end[axis] - begin) / info.strides[axis])),
  );
  return reshaped(builder, symbol(value, shape, x.type), info.finalShape);
};

const largest: Lowering = (builder, { x }, attributes) => {
  const count = Number(attributes.k);
  const inputs = [materialise(builder, x), builder.integers([count])];
  const [values, indices] = builder.split('TopK', inputs, { axis: -1, largest: 1, sorted: 1 }, 2);
  const shape = [...x.shape.slice(0, -1), count];
  const places = builder.node('Cast', [indices], { to: 6 });
  return [symbol(values, shape, x.type), symbol(places, shape, 'int32')];
};

/** Kernels that pick entries or put them somewhere. */
export const indexLowerings: LoweringTable = {
  GatherNd: gatherTuples,
  GatherV2: gather,
  OneHot: oneHot,
  ScatterNd: scatterTuples,
  StridedSlice: stridedSlice,
  TopK: largest,
  UnsortedSegmentSum: segmentSum,
};
