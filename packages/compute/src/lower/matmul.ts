import { sizeOf } from '@noether/contracts';
import { materialise, symbol, broadcastShapes } from '../trace/symbol.js';
import type { Lowering, LoweringTable } from './lowering.js';

const matMul: Lowering = (builder, { a, b }, attributes) => {
  const transA = attributes.transposeA ? 1 : 0;
  const transB = attributes.transposeB ? 1 : 0;
  const rows = a.shape[a.shape.length - (transA ? 1 : 2)];
  const columns = b.shape[b.shape.length - (transB ? 2 : 1)];
  const left = materialise(builder, a);
  const right = materialise(builder, b);
  const batch = broadcastShapes(a.shape.slice(0, -2), b.shape.slice(0, -2));
  const inner = a.shape[a.shape.length - (transA ? 2 : 1)];
  builder.work += 2 * sizeOf(batch) * rows * columns * inner;
  const value =
    batch.length === 0
      ? builder.node('Gemm', [left, right], { transA, transB })
      : builder.node('FusedMatMul', [left, right], { transA, transB }, 'com.microsoft');
  return symbol(value, [...batch, rows, columns], 'float32');
};

const einsum: Lowering = (builder, inputs, attributes) => {
  const equation = String(attributes.equation).replaceAll(' ', '');
  const tensors = Object.values(inputs);
  const [terms, result] = equation.split('->');
  const extents = new Map<string, number>();
  terms.split(',').forEach((term, at) => {
    [...term].forEach((letter, axis) => extents.set(letter, tensors[at].shape[axis]));
  });
  const shape = [...result].map((letter) => extents.get(letter) as number);
  const values = tensors.map((tensor) => materialise(builder, tensor));
  return symbol(builder.node('Einsum', values, { equation }), shape, 'float32');
};

/** Matrix products: `Gemm` for two matrices, `FusedMatMul` for batches. */
export const matMulLowerings: LoweringTable = { BatchMatMul: matMul, Einsum: einsum };
