import { NoetherError, sizeOf, type TensorTable } from '@noether/contracts';
import type { Program } from '@noether/compute';

/**
 * A program whose parameters and state start with the values of a table, where that has them.
 * @throws NoetherError `wrong-checkpoint` when a tensor has another shape than its parameter or state
 */
export function startFrom(program: Program, start: TensorTable): Program {
  const valuesOf = (name: string, shape: readonly number[]): Float32Array | undefined => {
    const tensor = start[name];
    if (!tensor) return undefined;
    if (tensor.shape.join() === shape.join() && tensor.data.length === sizeOf(shape)) {
      return Float32Array.from(tensor.data);
    }
    throw new NoetherError(
      `The start is of another model: ${name} has the shape [${tensor.shape.join(', ')}] in place of [${shape.join(', ')}].`,
      { code: 'wrong-checkpoint', argument: name },
    );
  };
  const started = <Spec extends { readonly shape: readonly number[] }>(
    specs: Readonly<Record<string, Spec>>,
    withValues: (spec: Spec, values: Float32Array) => Spec,
  ): Record<string, Spec> =>
    Object.fromEntries(
      Object.entries(specs).map(([name, spec]) => {
        const values = valuesOf(name, spec.shape);
        return [name, values ? withValues(spec, values) : spec];
      }),
    );
  return {
    ...program,
    parameters: started(program.parameters, (spec, values) => ({ ...spec, initial: () => values })),
    state: started(program.state, (spec, initial) => ({ ...spec, initial })),
  };
}
