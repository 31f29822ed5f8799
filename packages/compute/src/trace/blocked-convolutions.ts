import { sizeOf } from '@noether/contracts';
import { valueShapes } from '../describe/value-shapes.js';
import type { Constant, Graph, GraphNode } from './graph.js';

/** onnxruntime's operators on images in blocks of channels, which it does not document. */
export const BLOCKED_DOMAIN = 'com.microsoft.nchwc';
/** Multiplications from which on the faster convolution is worth two reorderings. */
const LEAST_PRODUCTS = 2 ** 20;

type Shape = readonly number[];

/**
 * The same graph with convolutions by onnxruntime's kernel for blocked layouts: batch × channels/block
 * × height × width × block, `block` channels filling a vector register. It copies no patches. Filters
 * stand as outputs/block × inputs/block × height × width × block inputs × block outputs, in the order
 * that the graph brings them to, because they change with every step; onnxruntime itself uses the
 * kernel for constant filters only. Where there are fewer inputs than a block holds the image stays
 * as it is, and filters are outputs/block × inputs × height × width × block outputs.
 */
export function blockedConvolutions(graph: Graph, block: number): Graph {
  const shapes = valueShapes(graph);
  const constants = new Map(graph.constants);
  const nodes = graph.nodes.flatMap((node) => {
    const filter = shapes.get(node.inputs[1]);
    const output = shapes.get(node.outputs[0]);
    if (node.op !== 'Conv' || !filter || !output) return [node];
    return fits(node, filter, output, block) ? blocked(node, filter, block, constants) : [node];
  });
  return { ...graph, nodes, constants };
}

function fits(node: GraphNode, filter: Shape, output: Shape, block: number): boolean {
  const [outputs, inputs] = filter;
  const products = sizeOf(output) * sizeOf(filter.slice(1));
  const inBlocks = outputs % block === 0 && (inputs < block || inputs % block === 0);
  return node.attributes.group === 1 && inBlocks && products >= LEAST_PRODUCTS;
}

function blocked(
  { inputs: [image, filter], outputs: [result], attributes }: GraphNode,
  shape: Shape,
  block: number,
  constants: Map<string, Constant>,
): GraphNode[] {
  const [outputs, inputs, ...extents] = shape;
  const narrow = inputs < block;
  const split = narrow ? [inputs] : [inputs / block, block];
  const integers = (values: Shape): string => {
    const name = `:shape ${values.join(' ')}`;
    const data = BigInt64Array.from(values, BigInt);
    constants.set(name, { data, shape: [values.length], type: 'int64' });
    return name;
  };
  const node = (
    op: string,
    from: readonly string[],
    to: string,
    settings: GraphNode['attributes'] = {},
    domain = '',
  ): GraphNode => ({ op, domain, inputs: from, outputs: [to], attributes: settings });
  const [parts, moved, weights, found] = ['parts', 'moved', 'filter', 'found'].map(
    (what) => `${result}/${what}`,
  );
  const reordered = narrow ? image : `${result}/image`;
  const perm = narrow ? [0, 2, 3, 4, 1] : [0, 2, 4, 5, 3, 1];
  return [
    ...(narrow ? [] : [node('ReorderInput', [image], reordered, {}, BLOCKED_DOMAIN)]),
    node('Reshape', [filter, integers([outputs / block, block, ...split, ...extents])], parts),
    node('Transpose', [parts], moved, { perm }),
    node('Reshape', [moved, integers(shape)], weights),
    node('Conv', [reordered, weights], found, attributes, BLOCKED_DOMAIN),
    node('ReorderOutput', [found], result, { channels: outputs }, BLOCKED_DOMAIN),
  ];
}
