import { materialise, symbol, type SymbolicTensor } from '../trace/symbol.js';
import type { Lowering, LoweringTable } from './lowering.js';

/** The axes as non-negative numbers; all of them where tfjs gives none. */
export function axesOf(x: SymbolicTensor, axis: unknown): number[] {
  if (axis === undefined || axis === null) return x.shape.map((_, index) => index);
  const list = Array.isArray(axis) ? (axis as number[]) : [Number(axis)];
  return list.map((value) => (value < 0 ? value + x.shape.length : value));
}

const reduce =
  (op: string): Lowering =>
  (builder, { x }, attributes) => {
    const axes = axesOf(x, attributes.axis);
    const keep = Boolean(attributes.keepDims);
    const shape = x.shape.flatMap((extent, axis) =>
      axes.includes(axis) ? (keep ? [1] : []) : [extent],
    );
    if (axes.length === 0) return x;
    const logical = x.type === 'bool';
    const source = materialise(builder, x);
    const input = logical ? builder.node('Cast', [source], { to: 6 }) : source;
    const value = builder.node(op, [input, builder.integers(axes)], { keepdims: keep ? 1 : 0 });
    return symbol(logical ? builder.node('Cast', [value], { to: 9 }) : value, shape, x.type);
  };

const argument =
  (op: string): Lowering =>
  (builder, { x }, attributes) => {
    const [axis] = axesOf(x, attributes.axis);
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

/** Sums, means, extrema and what runs along an axis. */
export const reductionLowerings: LoweringTable = {
  All: reduce('ReduceMin'),
  Any: reduce('ReduceMax'),
  ArgMax: argument('ArgMax'),
  ArgMin: argument('ArgMin'),
  Cumsum: cumulativeSum,
  LogSoftmax: alongAxis('LogSoftmax'),
  Max: reduce('ReduceMax'),
  Mean: reduce('ReduceMean'),
  Min: reduce('ReduceMin'),
  Prod: reduce('ReduceProd'),
  Softmax: alongAxis('Softmax'),
  Sum: reduce('ReduceSum'),
};
