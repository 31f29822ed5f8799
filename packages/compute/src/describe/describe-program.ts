import { sizeOf } from '@noether/contracts';
import { gradientFunction, programInputs } from '../gradients.js';
import type { Program } from '../program.js';
import type { Graph } from '../trace/graph.js';
import { trace } from '../trace/trace.js';
import { floatingOperations } from './floating-operations.js';
import { valueShapes } from './value-shapes.js';

const BYTES = 4;
/** Parameters, gradients and two moments lie in one buffer each. */
const BUFFERS = 4;

/** What a training step consists of. */
export interface ProgramDescription {
  /** Nodes of the compiled step: forward, backward and metrics. */
  readonly nodes: number;
  /** Numbers that training changes. */
  readonly parameters: number;
  /**
   * Estimate: parameters with gradients and optimiser, state, inputs, constants, and the most that
   * intermediate values take at one time. The engine itself comes on top.
   */
  readonly memoryBytes: number;
  /** Floating-point operations of a step, without the optimiser. */
  readonly flops: number;
  /** Nodes by operation of ONNX, most frequent first. */
  readonly operations: Readonly<Record<string, number>>;
}

/**
 * Traces a program without compiling it and counts.
 * @throws NoetherError what `trace` throws
 */
export function describeProgram(program: Program): ProgramDescription {
  const graph = trace(gradientFunction(program), programInputs(program));
  const shapes = valueShapes(graph);
  const count = (specs: Readonly<Record<string, { shape: readonly number[] }>>): number =>
    Object.values(specs).reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  const parameters = count(program.parameters);
  const carried = 2 * count(program.state) + count(program.inputs);
  const constants = [...graph.constants.values()].reduce((sum, { data }) => sum + data.length, 0);
  const numbers = BUFFERS * parameters + carried + constants + peak(graph, shapes);
  return {
    nodes: graph.nodes.length,
    parameters,
    memoryBytes: BYTES * numbers,
    flops: graph.nodes.reduce((sum, node) => sum + floatingOperations(node, shapes), 0),
    operations: operationCounts(graph),
  };
}

function operationCounts({ nodes }: Graph): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { op } of nodes) counts.set(op, (counts.get(op) ?? 0) + 1);
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return Object.fromEntries(sorted);
}

/** The most numbers that are alive at one time, from the node that makes them to the last reader. */
function peak(graph: Graph, shapes: ReadonlyMap<string, readonly number[]>): number {
  const last = new Map<string, number>();
  graph.nodes.forEach(({ inputs }, at) => inputs.forEach((name) => last.set(name, at)));
  const outputs = new Set(graph.outputs.map(({ name }) => name));
  const made = new Map<string, number>();
  let [alive, most] = [0, 0];
  graph.nodes.forEach((node, at) => {
    for (const name of node.outputs) {
      if (outputs.has(name)) continue;
      made.set(name, sizeOf(shapes.get(name) ?? [0]));
      alive += made.get(name) ?? 0;
    }
    most = Math.max(most, alive);
    for (const name of new Set(node.inputs)) {
      if (last.get(name) === at) alive -= made.get(name) ?? 0;
    }
  });
  return most;
}

/** A description in lines, for people. */
export function descriptionText(description: ProgramDescription): string {
  const { nodes, parameters, memoryBytes, flops, operations } = description;
  const list = Object.entries(operations).map(([name, count]) => `${name} ${count}`);
  return [
    `nodes       ${nodes}`,
    `parameters  ${parameters}`,
    `memory      ${(memoryBytes / 2 ** 20).toFixed(1)} MiB`,
    `a step      ${(flops / 1e9).toPrecision(3)} GFLOP`,
    `operations  ${list.join(', ')}`,
  ].join('\n');
}
