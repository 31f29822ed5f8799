import { sizeOf } from '@noether/contracts';
import type { GraphBuilder } from '../trace/graph.js';
import { materialise, sameShape, symbol, uniform, uniformValue } from '../trace/symbol.js';
import { permuted, reshaped } from './layout.js';
import type { SymbolicTensor } from '../trace/symbol.js';
import type { Lowering, LoweringTable } from './lowering.js';
import { sliceBounds } from './slice-bounds.js';

function resolveShape(x: SymbolicTensor, wanted: readonly number[]): number[] {
  const known = wanted.filter((extent) => extent !== -1).reduce((a, b) => a * b, 1);
  return wanted.map((extent) => (extent === -1 ? sizeOf(x.shape) / known : extent));
}

const reshape: Lowering = (builder, { x }, { shape }) =>
  reshaped(builder, x, resolveShape(x, shape as number[]));

const expandDimensions: Lowering = (builder, { input }, { dim }) => {
  const axis = Number(dim) < 0 ? Number(dim) + input.shape.length + 1 : Number(dim);
  return reshaped(builder, input, [...input.shape.slice(0, axis), 1, ...input.shape.slice(axis)]);
};

const transpose: Lowering = (builder, { x }, { perm }) => {
  const order = perm as number[];
  const moved = permuted(builder, x, order);
  // Only convolutions and poolings make element-wise operations follow their layout.
  return x.source ? moved : symbol(moved.value, moved.shape, x.type);
};

const concat: Lowering = (builder, inputs, attributes) => {
  const all = Object.values(inputs);
  const filled = all.filter((tensor) => sizeOf(tensor.shape) > 0);
  const tensors = filled.length > 0 ? filled : all;
  const rank = tensors[0].shape.length;
  const axis = ((Number(attributes.axis) % rank) + rank) % rank;
  const shape = [...tensors[0].shape];
  shape[axis] = tensors.reduce((sum, tensor) => sum + tensor.shape[axis], 0);
  if (filled.length === 0) return uniform(builder, 0, shape, tensors[0].type);
  const values = tensors.map((tensor) => materialise(builder, tensor));
  if (values.length === 1) return symbol(values[0], shape, tensors[0].type);
  return symbol(builder.node('Concat', values, { axis }), shape, tensors[0].type);
};

const pack: Lowering = (builder, inputs, attributes) => {
  const tensors = Object.values(inputs);
  const rank = tensors[0].shape.length + 1;
  const axis = ((Number(attributes.axis) % rank) + rank) % rank;
  const expanded = tensors.map((tensor) =>
    reshaped(builder, tensor, [...tensor.shape.slice(0, axis), 1, ...tensor.shape.slice(axis)]),
  );
  return concat(builder, Object.fromEntries(expanded.entries()), { axis });
};

const unpack: Lowering = (builder, { value }, attributes) => {
  const rank = value.shape.length;
  const axis = ((Number(attributes.axis) % rank) + rank) % rank;
  const rest = value.shape.filter((_, index) => index !== axis);
  return Array.from({ length: value.shape[axis] }, (_, index) =>
    reshaped(builder, cut(builder, value, axis, index, index + 1), rest),
  );
};

/** Entries `from` … `to` − 1 of an axis. */
export function cut(
  builder: GraphBuilder,
  x: SymbolicTensor,
  axis: number,
  from: number,
  to: number,
): SymbolicTensor {
  const shape = x.shape.map((extent, index) => (index === axis ? to - from : extent));
  const value = builder.node('Slice', [
    materialise(builder, x),
    builder.integers([from]),
    builder.integers([to]),
    builder.integers([axis]),
  ]);
  return symbol(value, shape, x.type);
}

const slice: Lowering = (builder, { x }, attributes) => {
  let result = x;
  sliceBounds(x.shape, attributes).forEach(({ from, to }, axis) => {
    const extent = x.shape[axis];
    if (from !== 0 || to !== extent) result = cut(builder, result, axis, from, to);
  });
  return result;
};

const splitVariable: Lowering = (builder, { x }, attributes) => {
  const rank = x.shape.length;
  const axis = ((Number(attributes.axis) % rank) + rank) % rank;
  const requested = attributes.numOrSizeSplits as number | number[];
  const sizes = Array.isArray(requested)
    ? resolveSizes(requested, x.shape[axis])
    : new Array<number>(requested).fill(x.shape[axis] / requested);
  let from = 0;
  return sizes.map((size) => {
    const part = cut(builder, x, axis, from, from + size);
    from += size;
    return part;
  });
};

function resolveSizes(sizes: readonly number[], extent: number): number[] {
  const known = sizes.filter((size) => size >= 0).reduce((a, b) => a + b, 0);
  return sizes.map((size) => (size < 0 ? extent - known : size));
}

const pad: Lowering = (builder, { x }, attributes) => {
  const paddings = attributes.paddings as [number, number][];
  const before = paddings.map(([amount]) => amount);
  const after = paddings.map(([, amount]) => amount);
  if ([...before, ...after].every((amount) => amount === 0)) return x;
  return padded(builder, x, before, after, Number(attributes.constantValue ?? 0));
};

/** `before` and `after` more entries of `filling` on each axis. */
export function padded(
  builder: GraphBuilder,
  x: SymbolicTensor,
  before: readonly number[],
  after: readonly number[],
  filling: number,
): SymbolicTensor {
  const shape = x.shape.map((extent, axis) => extent + before[axis] + after[axis]);
  const value = builder.node('Pad', [
    materialise(builder, x),
    builder.integers([...before, ...after]),
    builder.scalar(filling, x.type),
  ]);
  return symbol(value, shape, x.type);
}

const mirrorPad: Lowering = (builder, { x }, attributes) => {
  const edge = attributes.mode === 'reflect' ? 1 : 0;
  return (attributes.paddings as [number, number][]).reduce((tensor, [before, after], axis) => {
    const extent = tensor.shape[axis];
    const mirrored = (from: number, to: number): SymbolicTensor =>
      flipped(builder, cut(builder, tensor, axis, from, to), [axis]);
    const parts = [
      ...(before > 0 ? [mirrored(edge, edge + before)] : []),
      tensor,
      ...(after > 0 ? [mirrored(extent - edge - after, extent - edge)] : []),
    ];
    return concat(builder, Object.fromEntries(parts.entries()), { axis }) as SymbolicTensor;
  }, x);
};

const tile: Lowering = (builder, { x }, attributes) => {
  const reps = attributes.reps as number[];
  const shape = x.shape.map((extent, axis) => extent * reps[axis]);
  const broadcasts = x.shape.every((extent, axis) => extent === 1 || reps[axis] === 1);
  if (broadcasts) return symbol(x.value, shape, x.type, x.stored);
  return symbol(
    builder.node('Tile', [materialise(builder, x), builder.integers(reps)]),
    shape,
    x.type,
  );
};

const broadcastTo: Lowering = (_builder, { x }, { shape }) =>
  sameShape(shape as number[], x.shape) ? x : symbol(x.value, shape as number[], x.type, x.stored);

const reverse: Lowering = (builder, { x }, { dims }) => {
  const all = x.shape.map((_, axis) => axis);
  const chosen = dims === undefined || dims === null ? all : [dims as number | number[]].flat();
  return flipped(
    builder,
    x,
    chosen.map((axis) => (axis < 0 ? axis + x.shape.length : axis)),
  );
};

function flipped(
  builder: GraphBuilder,
  x: SymbolicTensor,
  axes: readonly number[],
): SymbolicTensor {
  if (axes.length === 0 || uniformValue(builder, x) !== undefined) return x;
  const value = builder.node('Slice', [
    materialise(builder, x),
    builder.integers(axes.map((axis) => x.shape[axis] - 1)),
    builder.integers(axes.map((axis) => -x.shape[axis] - 1)),
    builder.integers(axes),
    builder.integers(axes.map(() => -1)),
  ]);
  return symbol(value, x.shape, x.type);
}

const like =
  (value: number): Lowering =>
  (builder, { x }) =>
    uniform(builder, value, x.shape, x.type);

/** Kernels that move data without computing. */
export const shapeLowerings: LoweringTable = {
  BroadcastTo: broadcastTo,
  Concat: concat,
  ExpandDims: expandDimensions,
  Identity: (_builder, { x }) => x,
  MirrorPad: mirrorPad,
  OnesLike: like(1),
  Pack: pack,
  PadV2: pad,
  Reshape: reshape,
  Reverse: reverse,
  Slice: slice,
  SplitV: splitVariable,
  Tile: tile,
  Transpose: transpose,
  Unpack: unpack,
  ZerosLike: like(0),
};
