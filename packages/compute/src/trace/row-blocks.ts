import { sizeOf } from '@noether/contracts';
import { valueShapes } from '../describe/value-shapes.js';
import type { Constant, Graph, GraphNode } from './graph.js';
import { isRowwise, ROWS_ALONE } from './rowwise.js';

/** Rows of a block: with 512 columns two of them fit a core's second cache. */
const BLOCK = 1024;
/** From this many rows on, whole matrices have left every cache before the next operation. */
const FEWEST_ROWS = 4096;
/** A product of fewer numbers than this for each row is not what takes the time. */
const LEAST_WORK = 128 * 128;

/**
 * The same graph with tall matrices cut into blocks of rows: each block passes through products and
 * element-wise operations while it is in the cache, and products that sum over the rows add up block
 * by block. onnxruntime's products do not block over rows themselves and drop to 2/3 of their speed
 * on matrices that have to come from memory.
 */
export function rowBlocks(graph: Graph): Graph {
  const shapes = valueShapes(graph);
  const tall = tallProducts(graph, shapes);
  if (tall.size === 0) return graph;
  const cut = new BlockCutter(graph, shapes, tall);
  graph.nodes.forEach((node) => cut.add(node));
  const { nodes, constants } = cut;
  graph.outputs.forEach(({ name }) => cut.whole(name));
  return { ...graph, nodes, constants };
}

type Shapes = ReadonlyMap<string, readonly number[]>;

/** The numbers of rows for which there is a product worth the trouble. */
function tallProducts({ nodes }: Graph, shapes: Shapes): Set<number> {
  const tall = new Set<number>();
  for (const { op, inputs, attributes } of nodes) {
    if (op !== 'Gemm' || attributes.transA) continue;
    const [rows] = shapes.get(inputs[0]) ?? [0];
    if (rows >= FEWEST_ROWS && sizeOf(shapes.get(inputs[1]) ?? [0]) >= LEAST_WORK) tall.add(rows);
  }
  return tall;
}

/** Rewrites nodes one after the other and remembers which values exist in blocks only. */
class BlockCutter {
  readonly nodes: GraphNode[] = [];
  readonly constants: Map<string, Constant>;
  readonly #blocks = new Map<string, readonly string[]>();
  readonly #joined = new Set<string>();

  constructor(
    graph: Graph,
    private readonly shapes: Shapes,
    private readonly tall: ReadonlySet<number>,
  ) {
    this.constants = new Map(graph.constants);
  }

  add(node: GraphNode): void {
    const { op, inputs, outputs, attributes } = node;
    const inBlocks = inputs.some((name) => this.#blocks.has(name));
    const [left, right] = inputs;
    if (op === 'Gemm' && attributes.transA && inBlocks && this.isTall(left)) {
      if (this.isTall(right) && !attributes.transB) return this.accumulate(node);
    }
    if (op === 'MatMul' && this.#blocks.has(right) && this.constants.has(left)) {
      return this.sumColumns(node);
    }
    const rows = this.shapes.get(outputs[0])?.[0] ?? 0;
    const starts = op === 'Gemm' && !attributes.transA && this.isTall(left);
    const follows = inBlocks && isRowwise(node, this.shapes, this.constants);
    if (this.tall.has(rows) && (starts || follows)) return this.rowByRow(node, rows);
    inputs.forEach((name) => this.whole(name));
    this.nodes.push(node);
  }

  /** Makes sure that a value exists in one piece. */
  whole(name: string): void {
    const blocks = this.#blocks.get(name);
    if (!blocks || this.#joined.has(name)) return;
    this.#joined.add(name);
    this.push('Concat', blocks, [name], { axis: 0 });
  }

  /** op(x₁, W), op(x₂, W), …; what has no rows of its own is the same for all blocks. */
  private rowByRow(node: GraphNode, rows: number): void {
    const parts = node.inputs.map((name, at) =>
      this.hasRows(node, at, rows) ? this.cut(name) : undefined,
    );
    const results = blockSizes(rows).map((_, block) => `${node.outputs[0]}/${block}`);
    results.forEach((result, block) => {
      const inputs = node.inputs.map((name, at) => parts[at]?.[block] ?? name);
      this.nodes.push({ ...node, inputs, outputs: [result] });
    });
    this.#blocks.set(node.outputs[0], results);
  }

  private hasRows({ op, inputs }: GraphNode, at: number, rows: number): boolean {
    if (ROWS_ALONE.has(op) ? at !== 0 : op === 'Gemm' && at === 1) return false;
    const shape = this.shapes.get(inputs[at]);
    return shape?.length === 2 && shape[0] === rows;
  }

  /** xᵀy = x₁ᵀy₁ + x₂ᵀy₂ + …, each product added to the one before as its bias. */
  private accumulate(node: GraphNode): void {
    const [left, right] = [this.cut(node.inputs[0]), this.cut(node.inputs[1])];
    let sum = node.inputs.slice(2);
    left.forEach((block, index) => {
      const result = index === left.length - 1 ? node.outputs[0] : `${node.outputs[0]}/${index}`;
      this.nodes.push({ ...node, inputs: [block, right[index], ...sum], outputs: [result] });
      sum = [result];
    });
  }

  /** The sums or means of the columns: those of the blocks, added. */
  private sumColumns({ inputs: [row, matrix], outputs }: GraphNode): void {
    const { data, shape, type } = this.constants.get(row) as Constant;
    const blocks = this.cut(matrix);
    const sizes = blockSizes(data.length);
    const sums = blocks.map((block, index) => {
      const name = `${row}/${index}`;
      const part = data.slice(index * BLOCK, index * BLOCK + sizes[index]);
      this.constants.set(name, { data: part, type, shape: [...shape.slice(0, -1), part.length] });
      const sum = `${outputs[0]}/${index}`;
      this.push('MatMul', [name, block], [sum]);
      return sum;
    });
    this.push('Sum', sums, outputs);
  }

  private isTall(name: string): boolean {
    const shape = this.shapes.get(name);
    return shape?.length === 2 && this.tall.has(shape[0]);
  }

  private cut(name: string): readonly string[] {
    const known = this.#blocks.get(name);
    if (known) return known;
    const sizes = blockSizes((this.shapes.get(name) as readonly number[])[0]);
    const lengths = `:rows ${sizes.join(' ')}`;
    const data = BigInt64Array.from(sizes, BigInt);
    this.constants.set(lengths, { data, shape: [sizes.length], type: 'int64' });
    const blocks = sizes.map((_, index) => `${name}/${index}`);
    this.push('Split', [name, lengths], blocks, { axis: 0 });
    this.#blocks.set(name, blocks);
    this.#joined.add(name);
    return blocks;
  }

  private push(
    op: string,
    inputs: readonly string[],
    outputs: readonly string[],
    attributes: GraphNode['attributes'] = {},
  ): void {
    this.nodes.push({ op, domain: '', inputs, outputs, attributes });
  }
}

function blockSizes(rows: number): number[] {
  const count = Math.ceil(rows / BLOCK);
  return Array.from({ length: count }, (_, at) => Math.min(BLOCK, rows - at * BLOCK));
}
