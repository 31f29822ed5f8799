import type { GraphBuilder } from '../trace/graph.js';
import type { SymbolicTensor } from '../trace/symbol.js';

/** The tensors a tfjs kernel gets, by tfjs' names for them. */
export type KernelInputs = Readonly<Record<string, SymbolicTensor>>;

/** How one tfjs kernel becomes graph nodes. `attributes` are tfjs' own. */
export type Lowering = (
  builder: GraphBuilder,
  inputs: KernelInputs,
  attributes: Readonly<Record<string, unknown>>,
) => SymbolicTensor | readonly SymbolicTensor[];

/** Lowerings by the name of the tfjs kernel. */
export type LoweringTable = Readonly<Record<string, Lowering>>;
