import type { Constant, GraphNode } from './graph.js';

/** Operations whose entry at a place depends on the entries of their inputs at that place alone. */
const ELEMENTWISE = new Set([
  ...['Abs', 'Add', 'And', 'Atan', 'Cast', 'Cos', 'Div', 'Elu', 'Equal', 'Erf', 'Exp', 'Greater'],
  ...['GreaterOrEqual', 'HardSigmoid', 'LeakyRelu', 'Less', 'LessOrEqual', 'Log', 'Max', 'Min'],
  ...['Mul', 'Neg', 'Not', 'Or', 'Pow', 'Reciprocal', 'Relu', 'Sigmoid', 'Sign', 'Sin', 'Softplus'],
  ...['Sqrt', 'Sub', 'Tanh', 'Where'],
]);

/** Operations of which only the first input has rows; the others are bounds and axes. */
export const ROWS_ALONE: ReadonlySet<string> = new Set(['Clip', 'ReduceMean', 'ReduceSum']);

/**
 * Whether a row of a node's result follows from the same row of those inputs that have rows, so that
 * the rows can be computed in parts.
 */
export function isRowwise(
  node: GraphNode,
  shapes: ReadonlyMap<string, readonly number[]>,
  constants: ReadonlyMap<string, Constant>,
): boolean {
  const result = shapes.get(node.outputs[0]);
  const from = node.inputs.map((name) => shapes.get(name));
  if (result?.length !== 2 || node.outputs.length !== 1) return false;
  if (node.op === 'Clip') return true;
  if (node.op === 'ReduceMean' || node.op === 'ReduceSum') {
    const axes = constants.get(node.inputs[1])?.data;
    return from[0]?.length === 2 && node.attributes.keepdims === 1 && axes?.join() === '1';
  }
  const broadcasts = (shape: readonly number[] | undefined): boolean =>
    shape !== undefined &&
    (shape.length < 2 || (shape.length === 2 && (shape[0] === 1 || shape[0] === result[0])));
  return ELEMENTWISE.has(node.op) && from.every(broadcasts);
}
