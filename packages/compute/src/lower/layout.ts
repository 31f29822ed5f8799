import { sizeOf } from '@noether/contracts';
import type { ElementType, GraphBuilder } from '../trace/graph.js';
import { materialise, sameShape, symbol, uniform } from '../trace/symbol.js';
import type { SymbolicTensor, TransposedFrom } from '../trace/symbol.js';

/**
 * x with its axes in another order. A tensor remembers what it is a transposition of, so that a
 * transposition back costs nothing.
 */
export function permuted(
  builder: GraphBuilder,
  x: SymbolicTensor,
  order: readonly number[],
): SymbolicTensor {
  const { source } = x;
  if (source === undefined) {
    return arranged(builder, { value: materialise(builder, x), shape: x.shape, order }, x.type);
  }
  const whole = order.map((axis) => source.order[axis]);
  return arranged(builder, { ...source, order: whole }, x.type);
}

/** The transposition itself; where only axes of extent 1 move, nothing is copied. */
export function arranged(
  builder: GraphBuilder,
  source: TransposedFrom,
  type: ElementType,
): SymbolicTensor {
  const { value, shape, order } = source;
  if (isAscending(order)) return symbol(value, shape, type);
  const result = order.map((axis) => shape[axis]);
  const copied = isAscending(order.filter((axis) => shape[axis] !== 1))
    ? builder.node('Reshape', [value, builder.integers(result)])
    : builder.node('Transpose', [value], { perm: order });
  return { ...symbol(copied, result, type), source };
}

function isAscending(order: readonly number[]): boolean {
  return order.every((axis, index) => index === 0 || axis > order[index - 1]);
}

/** The same entries in another shape. */
export function reshaped(
  builder: GraphBuilder,
  x: SymbolicTensor,
  shape: readonly number[],
): SymbolicTensor {
  if (sameShape(shape, x.shape)) return x;
  if (sizeOf(shape) === 0) {
    // ONNX's Reshape takes an extent 0 for «as it was».
    const nothing = materialise(builder, uniform(builder, 0, shape, x.type));
    return symbol(nothing, shape, x.type);
  }
  if (sizeOf(x.stored) === 1) {
    const value =
      x.stored.length === 0 ? x.value : builder.node('Reshape', [x.value, builder.integers([])]);
    return symbol(value, shape, x.type, sizeOf(shape) === 1 && shape.length === 0 ? shape : []);
  }
  if (x.source && sameShape(withoutOnes(shape), withoutOnes(x.shape))) {
    return arranged(builder, reshapedSource(builder, x.source, shape), x.type);
  }
  const value = builder.node('Reshape', [materialise(builder, x), builder.integers(shape)]);
  return symbol(value, shape, x.type);
}

const withoutOnes = (shape: readonly number[]): number[] => shape.filter((extent) => extent !== 1);

/**
 * What a transposition is of once axes of extent 1 were put in or left out: the source with such
 * axes put in or left out, each new one before the axis that it precedes in the result.
 */
function reshapedSource(
  builder: GraphBuilder,
  source: TransposedFrom,
  shape: readonly number[],
): TransposedFrom {
  const wide = source.order.filter((axis) => source.shape[axis] !== 1);
  const places: number[] = new Array<number>(shape.length);
  let following = source.shape.length;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    if (shape[axis] !== 1) following = wide.pop() as number;
    places[axis] = following - (shape[axis] === 1 ? 0.5 : 0);
  }
  const axes = shape.map((_, axis) => axis).sort((a, b) => places[a] - places[b] || a - b);
  const extents = axes.map((axis) => shape[axis]);
  const value = sameShape(extents, source.shape)
    ? source.value
    : builder.node('Reshape', [source.value, builder.integers(extents)]);
  return { value, shape: extents, order: shape.map((_, axis) => axes.indexOf(axis)) };
}

/** The transposition that a result of this shape can inherit from one of its operands. */
export function commonSource(
  tensors: readonly SymbolicTensor[],
  shape: readonly number[],
): TransposedFrom | undefined {
  return tensors.find((tensor) => tensor.source !== undefined && sameShape(tensor.shape, shape))
    ?.source;
}

/** The value of an operand with its axes where those of `source` are. */
export function alongSource(
  builder: GraphBuilder,
  x: SymbolicTensor,
  { order, shape }: TransposedFrom,
): string {
  if (x.source && sameShape(x.source.order, order) && sameShape(x.source.shape, shape)) {
    return x.source.value;
  }
  if (sizeOf(x.stored) === 1 && x.stored.length <= order.length) return x.value;
  const stored: SymbolicTensor = sameShape(x.stored, x.shape)
    ? x
    : symbol(x.value, x.stored, x.type);
  const ones = new Array<number>(order.length - x.stored.length).fill(1);
  const back = order.map((_, axis) => order.indexOf(axis));
  return permuted(builder, reshaped(builder, stored, [...ones, ...x.stored]), back).value;
}
