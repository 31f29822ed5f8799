import { sizeOf } from '@noether/contracts';
import type { GraphNode } from '../trace/graph.js';

/** No arithmetic, only another arrangement of the same numbers. */
const MOVES = new Set([
  ...['Concat', 'Expand', 'Gather', 'GatherND', 'Identity', 'Pad', 'Reshape', 'Slice', 'Split'],
  ...['Tile', 'Transpose', 'Cast', 'OneHot', 'ScatterND', 'Squeeze', 'Unsqueeze'],
]);

/**
 * Additions and multiplications of a node: 2mnk for a product of matrices, 2 for each weight that a
 * convolution applies, one for each number that anything else reads or writes, whichever are more.
 */
export function floatingOperations(
  { op, inputs, outputs, attributes }: GraphNode,
  shapes: ReadonlyMap<string, readonly number[]>,
): number {
  const size = (name: string): number => sizeOf(shapes.get(name) ?? [0]);
  const [a, b] = inputs.map((name) => shapes.get(name) ?? []);
  if (op === 'Gemm' || op === 'MatMul' || op === 'FusedMatMul') {
    return 2 * size(outputs[0]) * (a.at(attributes.transA ? -2 : -1) ?? 0);
  }
  if (op === 'Conv') return 2 * size(outputs[0]) * sizeOf(b.slice(1));
  if (op === 'ConvTranspose') return 2 * size(inputs[0]) * sizeOf(b.slice(1));
  return MOVES.has(op) ? 0 : Math.max(size(inputs[0] ?? ''), size(outputs[0]));
}
