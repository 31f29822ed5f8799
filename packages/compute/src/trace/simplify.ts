import type { Constant, Graph, GraphNode } from './graph.js';
import { sameShape } from './symbol.js';

/**
 * Drops what no output needs, lets products add the bias that follows them, and writes outputs
 * directly instead of through a copy. The numbers stay the same.
 */
export function simplify(graph: Graph): Graph {
  return withoutUnused(directOutputs(biasedProducts(singleReshapes(withoutUnused(graph)))));
}

function withoutUnused(graph: Graph): Graph {
  const needed = new Set(graph.outputs.map((port) => port.name));
  const nodes: GraphNode[] = [];
  for (let index = graph.nodes.length - 1; index >= 0; index--) {
    const node = graph.nodes[index];
    if (!node.outputs.some((name) => needed.has(name))) continue;
    node.inputs.forEach((name) => needed.add(name));
    nodes.push(withoutPlaces(node, needed));
  }
  const constants = new Map<string, Constant>();
  for (const [name, constant] of graph.constants) {
    if (needed.has(name)) constants.set(name, constant);
  }
  return { ...graph, nodes: nodes.reverse(), constants };
}

/** Where the largest entries are is the optional second output of MaxPool, and costs time. */
function withoutPlaces(node: GraphNode, needed: ReadonlySet<string>): GraphNode {
  if (node.op !== 'MaxPool' || node.outputs.every((name) => needed.has(name))) return node;
  const [values, places] = node.outputs;
  return { ...node, outputs: needed.has(places) ? node.outputs : [values] };
}

function countUses(graph: Graph): Map<string, number> {
  const uses = new Map<string, number>();
  for (const node of graph.nodes) {
    for (const name of node.inputs) uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  for (const port of graph.outputs) uses.set(port.name, (uses.get(port.name) ?? 0) + 1);
  return uses;
}

/** Reshape(Reshape(x)) → Reshape(x). */
function singleReshapes(graph: Graph): Graph {
  const origins = new Map<string, string>();
  const nodes = graph.nodes.map((node) => {
    if (node.op !== 'Reshape') return node;
    const [from, shape] = node.inputs;
    const origin = origins.get(from) ?? from;
    origins.set(node.outputs[0], origin);
    return { ...node, inputs: [origin, shape] };
  });
  return { ...graph, nodes };
}

/**
 * Add(Gemm(a, b), row) → Gemm(a, b, row), and the same for convolutions and a number for each
 * channel, where nothing else reads the product.
 */
function biasedProducts(graph: Graph): Graph {
  const uses = countUses(graph);
  const producers = new Map(
    graph.nodes.flatMap((node) => node.outputs.map((name) => [name, node])),
  );
  const shapes = knownShapes(graph);
  const absorbed = new Set<GraphNode>();
  const nodes = graph.nodes.map((node) => {
    if (node.op !== 'Add') return node;
    for (const [product, addend] of [
      [node.inputs[0], node.inputs[1]],
      [node.inputs[1], node.inputs[0]],
    ]) {
      const maker = producers.get(product);
      const free = maker?.inputs.length === 2 && uses.get(product) === 1 && !absorbed.has(maker);
      const bias = free ? biasOf(maker, addend, producers, shapes) : undefined;
      if (maker && bias !== undefined) {
        absorbed.add(maker);
        return { ...maker, inputs: [...maker.inputs, bias], outputs: node.outputs };
      }
    }
    return node;
  });
  return { ...graph, nodes: nodes.filter((node) => !absorbed.has(node)) };
}

/** The vector with one entry for each column or channel that `addend` is, if it is one. */
function biasOf(
  product: GraphNode,
  addend: string,
  producers: ReadonlyMap<string, GraphNode>,
  shapes: ReadonlyMap<string, readonly number[]>,
): string | undefined {
  if (product.op === 'Gemm') {
    return isRowOf(product, shapes.get(addend), shapes) ? addend : undefined;
  }
  if (product.op !== 'Conv' && product.op !== 'ConvTranspose') return undefined;
  const reshape = producers.get(addend);
  const vector = reshape?.inputs[0] ?? '';
  const filter = shapes.get(product.inputs[1]) ?? [];
  const channels = product.op === 'Conv' ? filter[0] : filter[1] * Number(product.attributes.group);
  const isVector = reshape?.op === 'Reshape' && sameShape(shapes.get(vector) ?? [], [channels]);
  return isVector && sameShape(shapes.get(addend) ?? [], [1, channels, 1, 1]) ? vector : undefined;
}

/** Whether a vector has one entry for each column of a product, so that adding it widens nothing. */
function isRowOf(
  gemm: GraphNode,
  row: readonly number[] | undefined,
  shapes: ReadonlyMap<string, readonly number[]>,
): boolean {
  const columns = shapes.get(gemm.inputs[1])?.[gemm.attributes.transB ? 0 : 1];
  return row?.length === 1 && row[0] === columns;
}

/** Shapes of inputs and constants, and of what is only another arrangement of them. */
function knownShapes(graph: Graph): Map<string, readonly number[]> {
  const shapes = new Map<string, readonly number[]>();
  for (const port of graph.inputs) shapes.set(port.name, port.shape);
  for (const [name, constant] of graph.constants) shapes.set(name, constant.shape);
  for (const { op, inputs, outputs, attributes } of graph.nodes) {
    const from = shapes.get(inputs[0]);
    const order = attributes.perm as readonly number[];
    if (op === 'Reshape') {
      const wanted = graph.constants.get(inputs[1])?.data as BigInt64Array;
      if (!wanted.includes(-1n)) shapes.set(outputs[0], Array.from(wanted, Number));
    } else if (op === 'Transpose' && from) {
      shapes.set(
        outputs[0],
        order.map((axis) => from[axis]),
      );
    }
  }
  return shapes;
}

function directOutputs(graph: Graph): Graph {
  const producers = new Map<string, number>();
  graph.nodes.forEach((node, index) => node.outputs.forEach((name) => producers.set(name, index)));
  const renamed = new Map<string, string>();
  const removed = new Set<number>();
  graph.nodes.forEach((node, index) => {
    const [output] = node.outputs;
    if (node.op !== 'Identity' || !output.startsWith('out:')) return;
    const [source] = node.inputs;
    if (!producers.has(source) || renamed.has(source)) return;
    renamed.set(source, output);
    removed.add(index);
  });
  const rename = (name: string): string => renamed.get(name) ?? name;
  const nodes = graph.nodes
    .filter((_, index) => !removed.has(index))
    .map((node) => ({
      ...node,
      inputs: node.inputs.map(rename),
      outputs: node.outputs.map(rename),
    }));
  return { ...graph, nodes };
}
