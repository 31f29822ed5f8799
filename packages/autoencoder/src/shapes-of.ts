import type { Layer } from '@noether/compute';

/** Shapes of everything a layer reads at inference: its parameters and its carried state. */
export function shapesOf(layer: Layer): Record<string, readonly number[]> {
  return Object.fromEntries(
    Object.entries({ ...layer.parameters, ...layer.state }).map(([name, { shape }]) => [
      name,
      shape,
    ]),
  );
}
