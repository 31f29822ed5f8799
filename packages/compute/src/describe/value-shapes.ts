import type { Graph, GraphNode } from '../trace/graph.js';
import { broadcastShapes } from '../trace/symbol.js';

type Shapes = ReadonlyMap<string, readonly number[]>;

const ELEMENTWISE = /^(?:Add|Sub|Mul|Div|Pow|Min|Max|Where|And|Or|Xor|Mod|Less|Greater|Equal)/;

/** Shapes of a graph's values: what the trace knows, and what follows from it. */
export function valueShapes(graph: Graph): Shapes {
  const shapes = new Map(graph.shapes ?? []);
  for (const [name, { shape }] of graph.constants) shapes.set(name, shape);
  for (const { name, shape } of [...graph.inputs, ...graph.outputs]) shapes.set(name, shape);
  for (const node of graph.nodes) {
    for (const name of node.outputs) {
      const shape = shapes.get(name) ?? shapeAfter(node, graph, shapes);
      if (shape) shapes.set(name, shape);
    }
  }
  return shapes;
}

function shapeAfter(node: GraphNode, graph: Graph, shapes: Shapes): readonly number[] | undefined {
  const from = node.inputs.map((name) => shapes.get(name));
  const [first] = from;
  if (node.op === 'Transpose') {
    const order = node.attributes.perm as readonly number[];
    return first && order.map((axis) => first[axis]);
  }
  if (node.op === 'Reshape' || node.op === 'Expand') {
    const wanted = graph.constants.get(node.inputs[1])?.data;
    return wanted && Array.from(wanted as BigInt64Array, Number);
  }
  if (node.op === 'Gemm' && first && from[1]) {
    const { transA, transB } = node.attributes;
    return [first[transA ? 1 : 0], from[1][transB ? 0 : 1]];
  }
  if (ELEMENTWISE.test(node.op)) {
    return from.every((shape) => shape !== undefined) ? broadcast(from) : undefined;
  }
  return node.inputs.length === 1 ? first : undefined;
}

/** Undefined where an operand lies in memory in another layout than the trace knows. */
function broadcast(shapes: readonly (readonly number[])[]): readonly number[] | undefined {
  try {
    return broadcastShapes(...shapes);
  } catch {
    return undefined;
  }
}
