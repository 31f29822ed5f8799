import { NoetherError, sizeOf, type NamedTensor, type TensorTable } from '@noether/contracts';

/** Arrays that a checkpoint holds, by name, with the shapes that they are stored in. */
export type CheckpointArrays = Readonly<
  Record<string, { readonly shape: readonly number[]; readonly data: Float32Array }>
>;

/** Copies of the arrays with the number of steps taken. */
export function saveArrays(arrays: CheckpointArrays, steps: number): TensorTable {
  const table: Record<string, NamedTensor> = {
    steps: { shape: [1], data: Float64Array.of(steps) },
  };
  for (const [name, { shape, data }] of Object.entries(arrays)) {
    table[name] = { shape, data: data.slice() };
  }
  return table;
}

/**
 * Copies a checkpoint into the arrays and returns its number of steps; changes nothing if it does
 * not fit.
 * @throws NoetherError `wrong-checkpoint` when tensors are missing or have other shapes
 */
export function loadArrays(arrays: CheckpointArrays, tensors: TensorTable): number {
  const wrong = Object.entries(arrays).flatMap(([name, { shape }]) =>
    tensors[name]?.shape.join() === shape.join() && tensors[name].data.length === sizeOf(shape)
      ? []
      : [name],
  );
  if (wrong.length > 0 || !tensors.steps) {
    throw new NoetherError(
      `The checkpoint is of another model: ${wrong.slice(0, 3).join(', ') || 'steps'} ${wrong.length === 1 ? 'is' : 'are'} missing or of another shape.`,
      {
        code: 'wrong-checkpoint',
        hint: 'Resume with the configuration the checkpoint was made with.',
      },
    );
  }
  for (const [name, { data }] of Object.entries(arrays)) data.set(tensors[name].data);
  return tensors.steps.data[0];
}
