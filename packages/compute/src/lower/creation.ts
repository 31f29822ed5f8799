import { uniform, symbol } from '../trace/symbol.js';
import type { ElementType } from '../trace/graph.js';
import type { Lowering, LoweringTable } from './lowering.js';

const fill: Lowering = (builder, _inputs, { shape, value, dtype }) =>
  uniform(builder, Number(value), shape as number[], (dtype ?? 'float32') as ElementType);

const range: Lowering = (builder, _inputs, attributes) => {
  const start = Number(attributes.start);
  const step = Number(attributes.step);
  const length = Math.max(0, Math.ceil((Number(attributes.stop) - start) / step));
  const type = (attributes.dtype ?? 'float32') as ElementType;
  const values = Array.from({ length }, (_, index) => start + index * step);
  const data = type === 'int32' ? Int32Array.from(values) : Float32Array.from(values);
  return symbol(builder.constant(data, [length], type), [length], type);
};

const linearSpace: Lowering = (builder, _inputs, attributes) => {
  const start = Number(attributes.start);
  const count = Number(attributes.num);
  const step = (Number(attributes.stop) - start) / Math.max(count - 1, 1);
  const data = Float32Array.from({ length: count }, (_, index) => start + index * step);
  return symbol(builder.constant(data, [count], 'float32'), [count], 'float32');
};

/** Kernels without inputs: their results are constants. */
export const creationLowerings: LoweringTable = {
  Fill: fill,
  LinSpace: linearSpace,
  Range: range,
};
