import type { DataType } from '@tensorflow/tfjs';
import { sizeOf } from '@noether/contracts';
import type { Constant, ElementType, GraphBuilder } from './graph.js';

/**
 * What stands for a tensor during a trace. `stored` is the shape of the graph value; where it is
 * smaller than `shape` the tensor is that value broadcast, which element-wise operations never need
 * to write out.
 */
export interface SymbolicTensor {
  readonly value: string;
  readonly shape: readonly number[];
  readonly stored: readonly number[];
  readonly type: ElementType;
  /** Where the value is only a transposition of another one, that one. */
  readonly source?: TransposedFrom;
}

/** The tensor's axis i is the axis order[i] of a value of this shape. */
export interface TransposedFrom {
  readonly value: string;
  readonly shape: readonly number[];
  readonly order: readonly number[];
}

export function symbol(
  value: string,
  shape: readonly number[],
  type: ElementType,
  stored: readonly number[] = shape,
): SymbolicTensor {
  return { value, shape, type, stored };
}

/** The graph value with all of its shape written out. */
export function materialise(builder: GraphBuilder, tensor: SymbolicTensor): string {
  if (sameShape(tensor.stored, tensor.shape)) return tensor.value;
  return builder.node('Expand', [tensor.value, builder.integers(tensor.shape)]);
}

/** A tensor all of whose entries are `value`: one number in the graph. */
export function uniform(
  builder: GraphBuilder,
  value: number,
  shape: readonly number[],
  type: ElementType,
): SymbolicTensor {
  return symbol(builder.scalar(value, type), shape, type, []);
}

/** The value of a tensor that is one number everywhere, if the trace knows it. */
export function uniformValue(builder: GraphBuilder, tensor: SymbolicTensor): number | undefined {
  if (sizeOf(tensor.stored) !== 1) return undefined;
  const constant = builder.constants.get(tensor.value);
  return constant === undefined ? undefined : Number(constant.data[0]);
}

export function elementType(type: DataType): ElementType {
  if (type === 'float32' || type === 'int32' || type === 'bool') return type;
  throw new Error(`tensors of type ${type} cannot be compiled; use float32, int32 or bool`);
}

export function constantData(
  values: ArrayLike<number | boolean>,
  type: ElementType,
): Constant['data'] {
  if (type === 'float32') return Float32Array.from(values as ArrayLike<number>);
  if (type === 'int32') return Int32Array.from(values as ArrayLike<number>);
  return Uint8Array.from(values as ArrayLike<number>, Number);
}

export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((extent, axis) => extent === b[axis]);
}

/**
 * The shape of an element-wise result by the rules of numpy.
 * @throws Error when there is none
 */
export function broadcastShapes(...shapes: readonly (readonly number[])[]): number[] {
  const rank = Math.max(...shapes.map((shape) => shape.length));
  const result = new Array<number>(rank).fill(1);
  for (const shape of shapes) {
    shape.forEach((extent, index) => {
      const axis = rank - shape.length + index;
      if (extent === 1) return;
      if (result[axis] !== 1 && result[axis] !== extent) {
        throw new Error(
          `the extents ${result[axis]} and ${extent} of one axis do not fit together`,
        );
      }
      result[axis] = extent;
    });
  }
  return result;
}
