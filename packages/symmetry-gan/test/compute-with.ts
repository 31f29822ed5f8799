import { selectEngine, type TensorFunction } from '@noether/compute';

/** A tensor with its values. */
export interface Value {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

/** Evaluates a tensor function once on onnx-native. */
export async function computeWith(
  run: TensorFunction,
  values: Readonly<Record<string, Value>>,
): Promise<Record<string, number[]>> {
  const engine = await selectEngine('onnx-native');
  const compiled = await engine.compile(run, values);
  const into = Object.fromEntries(
    Object.entries(compiled.outputs).map(([name, shape]) => [
      name,
      new Float32Array(shape.reduce((product, extent) => product * extent, 1)),
    ]),
  );
  const arrays = Object.entries(values).map(([name, { data }]) => [name, Float32Array.from(data)]);
  await compiled.run(Object.fromEntries(arrays) as Record<string, Float32Array>, into);
  await compiled.dispose();
  return Object.fromEntries(
    Object.entries(into).map(([name, result]) => [name, Array.from(result)]),
  );
}
