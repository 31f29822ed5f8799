import { sizeOf } from '@noether/contracts';
import type { GraphBuilder } from '../trace/graph.js';
import { materialise, symbol } from '../trace/symbol.js';
import type { SymbolicTensor, TransposedFrom } from '../trace/symbol.js';
import { elementwiseLowerings } from './elementwise.js';
import type { Lowering, LoweringTable } from './lowering.js';
import { arranged } from './layout.js';
import { cut, padded } from './shape.js';

/** The axes as non-negative numbers; all of them where tfjs gives none. */
export function axesOf(x: SymbolicTensor, axis: unknown): number[] {
  if (axis === undefined || axis === null) return x.shape.map((_, index) => index);
  const list = Array.isArray(axis) ? (axis as number[]) : [Number(axis)];
  return list.map((value) => (value < 0 ? value + x.shape.length : value));
}

const reduce =
  (op: string): Lowering =>
  (builder, { x }, attributes) => {
    // tfjs calls the axes of its Max kernel reductionIndices.
    const axes = axesOf(x, attributes.axis ?? attributes.reductionIndices);
    if (axes.length === 0) return x;
    if (op === 'ReduceMax' || op === 'ReduceMin') demandEntries(x, axes);
    const keepdims = attributes.keepDims ? 1 : 0;
    if (isColumnwise(op, x, axes)) return columnwise(builder, op, x, keepdims === 1);
    const { value, shape, order } = x.source ?? whole(builder, x);
    const reduced = axes.map((axis) => order[axis]).sort((a, b) => a - b);
    const apply = (input: string): string =>
      builder.node(op, [input, builder.integers(reduced)], { keepdims });
    const result =
      x.type === 'bool'
        ? builder.node('Cast', [apply(builder.node('Cast', [value], { to: 6 }))], { to: 9 })
        : apply(value);
    const kept = shape.map((_, axis) => axis).filter((axis) => !reduced.includes(axis));
    const left = keepdims ? shape.map((_, axis) => axis) : kept;
    const source = {
      value: result,
      shape: left.map((axis) => (reduced.includes(axis) ? 1 : shape[axis])),
      order: order.filter((axis) => left.includes(axis)).map((axis) => left.indexOf(axis)),
    };
    return arranged(builder, source, x.type);
  };

/** From this many numbers on, a product is worth its constant. */
const COLUMNWISE_SIZE = 4096;

/** Sums and means of the columns of a matrix: bias gradients, statistics of a batch. */
function isColumnwise(op: string, x: SymbolicTensor, axes: readonly number[]): boolean {
  const sums = op === 'ReduceSum' || op === 'ReduceMean';
  const matrix = x.type === 'float32' && x.shape.length === 2 && !x.source;
  const columns = axes.length === 1 && axes[0] === 0 && x.shape[1] > 1;
  return sums && matrix && columns && sizeOf(x.stored) >= COLUMNWISE_SIZE;
}

/**
 * A row of ones (of 1/rows for a mean) times the matrix: the same sums in the same order, but the
 * product runs on one thread, or on few large parts, where onnxruntime cuts a reduction into so many
 * small ones that handing them out takes ten times as long as adding up.
 */
function columnwise(
  builder: GraphBuilder,
  op: string,
  x: SymbolicTensor,
  keep: boolean,
): SymbolicTensor {
  const [rows, columns] = x.shape;
  const weights = new Float32Array(rows).fill(op === 'ReduceMean' ? 1 / rows : 1);
  const row = builder.constant(weights, keep ? [1, rows] : [rows], 'float32');
  const value = builder.node('MatMul', [row, materialise(builder, x)]);
  return symbol(value, keep ? [1, columns] : [columns], 'float32');
}

function whole(builder: GraphBuilder, x: SymbolicTensor): TransposedFrom {
  return { value: materialise(builder, x), shape: x.shape, order: x.shape.map((_, axis) => axis) };
}

/** Of nothing there is no largest entry, and engines make up different ones. */
function demandEntries(x: SymbolicTensor, axes: readonly number[]): void {
  const empty = axes.find((axis) => x.shape[axis] === 0);
  if (empty !== undefined) throw new Error(`axis ${empty} has no entries`);
}

const argument =
  (op: string): Lowering =>
  (builder, { x }, attributes) => {
    const [axis] = axesOf(x, attributes.axis);
    demandEntries(x, [axis]);
    const value = builder.node(op, [materialise(builder, x)], { axis, keepdims: 0 });
    const shape = x.shape.filter((_, index) => index !== axis);
    return symbol(builder.node('Cast', [value], { to: 6 }), shape, 'int32');
  };

const alongAxis =
  (op: string): Lowering =>
  (builder, inputs, attributes) => {
    const x = inputs.logits ?? inputs.x;
    const axis = attributes.dim ?? attributes.axis ?? -1;
    const value = builder.node(op, [materialise(builder, x)], { axis: Number(axis) });
    return symbol(value, x.shape, x.type);
  };

const cumulativeSum: Lowering = (builder, { x }, attributes) => {
  const axis = builder.integers(axesOf(x, attributes.axis).slice(0, 1));
  const flags = { exclusive: attributes.exclusive ? 1 : 0, reverse: attributes.reverse ? 1 : 0 };
  return symbol(builder.node('CumSum', [materialise(builder, x), axis], flags), x.shape, x.type);
};

const mean: Lowering = (builder, { x }, attributes) =>
  reduce('ReduceMean')(
    builder,
    { x: elementwiseLowerings.Cast(builder, { x }, { dtype: 'float32' }) as SymbolicTensor },
    attributes,
  );

/** By doubling: after step s every entry is the product of the last 2s. */
const cumulativeProduct: Lowering = (builder, { x }, attributes) => {
  const [axis] = axesOf(x, attributes.axis);
  const extent = x.shape[axis];
  const reverse = Boolean(attributes.reverse);
  const shifted = (tensor: SymbolicTensor, by: number): SymbolicTensor => {
    const from = reverse ? by : 0;
    const part = cut(builder, tensor, axis, from, from + extent - by);
    const amounts = x.shape.map((_, at) => (at === axis ? by : 0));
    const none = x.shape.map(() => 0);
    return padded(builder, part, reverse ? none : amounts, reverse ? amounts : none, 1);
  };
  let product = attributes.exclusive ? shifted(x, 1) : x;
  for (let step = 1; step < extent; step *= 2) {
    product = times(builder, product, shifted(product, step));
  }
  return product;
};

function times(builder: GraphBuilder, a: SymbolicTensor, b: SymbolicTensor): SymbolicTensor {
  return symbol(
    builder.node('Mul', [materialise(builder, a), materialise(builder, b)]),
    a.shape,
    a.type,
  );
}

/** Sums, means, extrema and what runs along an axis. */
export const reductionLowerings: LoweringTable = {
  All: reduce('ReduceMin'),
  Any: reduce('ReduceMax'),
  ArgMax: argument('ArgMax'),
  ArgMin: argument('ArgMin'),
  Cumprod: cumulativeProduct,
  Cumsum: cumulativeSum,
  LogSoftmax: alongAxis('LogSoftmax'),
  Max: reduce('ReduceMax'),
  Mean: mean,
  Min: reduce('ReduceMin'),
  Prod: reduce('ReduceProd'),
  Softmax: alongAxis('Softmax'),
  Sum: reduce('ReduceSum'),
};
