import { sizeOf } from '@noether/contracts';
import { tfjsEngine, type TensorFunction } from '../../src/index.js';

/** Numbers with their shape. */
export interface Given {
  readonly shape: readonly number[];
  readonly data: ArrayLike<number>;
}

/** The outputs of a tensor function on tfjs' reference back-end. */
export async function onCpu(
  run: TensorFunction,
  given: Readonly<Record<string, Given>>,
): Promise<Record<string, Float32Array>> {
  const compiled = await (await tfjsEngine('cpu')).compile(run, given);
  const into = Object.fromEntries(
    Object.entries(compiled.outputs).map(([name, shape]) => [
      name,
      new Float32Array(sizeOf(shape)),
    ]),
  );
  const arrays = Object.entries(given).map(([name, { data }]) => [name, Float32Array.from(data)]);
  await compiled.run(Object.fromEntries(arrays), into);
  return into;
}
