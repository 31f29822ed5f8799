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

/** How the names of a trainer's own tensors begin; a checkpoint may hold others besides. */
const OWN = /^(?:parameter|state|mean|variance|velocity):/;

/**
 * Copies a checkpoint into the arrays and returns its number of steps; changes nothing if it does
 * not fit.
 * @throws NoetherError `wrong-checkpoint` when tensors are missing, of other shapes, or too many
 */
export function loadArrays(arrays: CheckpointArrays, tensors: TensorTable): number {
  const missing = Object.entries(arrays).flatMap(([name, { shape }]) =>
    fits(tensors[name], shape) ? [] : [name],
  );
  const foreign = Object.keys(tensors).filter((name) => OWN.test(name) && !(name in arrays));
  const steps = tensors.steps?.data[0];
  if (!Number.isInteger(steps) || steps < 0) missing.push('steps');
  if (missing.length > 0) throw wrongCheckpoint(missing, 'missing or of another shape');
  if (foreign.length > 0) throw wrongCheckpoint(foreign, 'unknown to this one');
  for (const [name, { data }] of Object.entries(arrays)) data.set(tensors[name].data);
  return steps;
}

function fits(tensor: NamedTensor | undefined, shape: readonly number[]): boolean {
  return tensor?.shape.join() === shape.join() && tensor.data.length === sizeOf(shape);
}

function wrongCheckpoint(names: readonly string[], fault: string): NoetherError {
  const verb = names.length === 1 ? 'is' : 'are';
  return new NoetherError(
    `The checkpoint is of another model: ${names.slice(0, 3).join(', ')} ${verb} ${fault}.`,
    {
      code: 'wrong-checkpoint',
      hint: 'Resume with the configuration the checkpoint was made with.',
    },
  );
}
