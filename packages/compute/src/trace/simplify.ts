import type { Constant, Graph, GraphNode } from './graph.js';

/**
 * Drops what no output needs, lets `Gemm` add the bias that follows it, and writes outputs directly
 * instead of through a copy. The numbers stay the same.
 */
export function simplify(graph: Graph): Graph {
  return withoutUnused(directOutputs(biasedProducts(withoutUnused(graph))));
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

/** Add(Gemm(a, b), row) → Gemm(a, b, row) where nothing else reads the product. */
function biasedProducts(graph: Graph): Graph {
  const uses = countUses(graph);
  const producers = new Map(
    graph.nodes.flatMap((node) => node.outputs.map((name) => [name, node])),
  );
  const shapes = knownShapes(graph);
  const absorbed = new Set<GraphNode>();
  const nodes = graph.nodes.map((node) => {
    if (node.op !== 'Add') return node;
    for (const [product, row] of [
      [node.inputs[0], node.inputs[1]],
      [node.inputs[1], node.inputs[0]],
    ]) {
      const gemm = producers.get(product);
      const fits = gemm?.op === 'Gemm' && gemm.inputs.length === 2 && uses.get(product) === 1;
      if (fits && !absorbed.has(gemm) && isRowOf(gemm, shapes.get(row), shapes)) {
        absorbed.add(gemm);
        return { ...gemm, inputs: [...gemm.inputs, row], outputs: node.outputs };
      }
    }
    return node;
  });
  return { ...graph, nodes: nodes.filter((node) => !absorbed.has(node)) };
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

/** Shapes of inputs and constants; those of computed values are not kept. */
function knownShapes(graph: Graph): Map<string, readonly number[]> {
  const shapes = new Map<string, readonly number[]>();
  for (const port of graph.inputs) shapes.set(port.name, port.shape);
  for (const [name, constant] of graph.constants) shapes.set(name, constant.shape);
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
