/** Shapes by element type, one entry for each tensor, as onnxruntime writes them. */
type TypedShapes = readonly Readonly<Record<string, readonly number[]>>[];

/** An entry of onnxruntime's profile (Chrome's trace format), times in microseconds. */
export interface ProfileEvent {
  readonly cat: string;
  readonly name: string;
  readonly dur: number;
  readonly args?: {
    readonly op_name?: string;
    readonly input_type_shape?: TypedShapes;
  };
}

/** Nodes of one operation on inputs of the same shapes. */
export interface OperationCost {
  /** ONNX operation, e.g. `Gemm`. */
  readonly operation: string;
  /** Shapes of its inputs, e.g. `[64, 512] [512, 512]`. */
  readonly shapes: string;
  /** Nodes of this kind in a step. */
  readonly count: number;
  /** Milliseconds of a step that all of them take together. */
  readonly milliseconds: number;
  /** Of the time of all operations, 0 … 1. */
  readonly share: number;
}

/** Costs of the operations in a profile of `runs` runs, the most expensive first. */
export function operationCosts(events: readonly ProfileEvent[], runs: number): OperationCost[] {
  const table = new Map<
    string,
    { operation: string; shapes: string; events: number; time: number }
  >();
  let total = 0;
  for (const { cat, dur, args, name } of events) {
    if (cat !== 'Node' || !name.endsWith('_kernel_time')) continue;
    const operation = args?.op_name ?? name;
    const shapes = (args?.input_type_shape ?? [])
      .flatMap((tensor) => Object.values(tensor))
      .map((shape) => `[${shape.join(', ')}]`)
      .join(' ');
    const key = `${operation} ${shapes}`;
    const row = table.get(key) ?? { operation, shapes, events: 0, time: 0 };
    table.set(key, { ...row, events: row.events + 1, time: row.time + dur });
    total += dur;
  }
  return [...table.values()]
    .sort((a, b) => b.time - a.time)
    .map(({ operation, shapes, events: count, time }) => ({
      operation,
      shapes,
      count: count / runs,
      milliseconds: time / 1000 / runs,
      share: total > 0 ? time / total : 0,
    }));
}
