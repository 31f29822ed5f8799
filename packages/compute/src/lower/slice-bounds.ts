/** The entries [from, to) of one axis. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

/**
 * What tfjs' Slice cuts out of each axis. One number in place of a list is that of the first axis;
 * axes that are not named are whole, and a size of −1 is all that is left.
 */
export function sliceBounds(
  shape: readonly number[],
  { begin, size }: Readonly<Record<string, unknown>>,
): Bounds[] {
  const [starts, sizes] = [begin, size].map((given) => [given ?? []].flat() as number[]);
  return shape.map((extent, axis) => {
    const from = starts[axis] ?? 0;
    const wanted = sizes[axis] ?? -1;
    return { from, to: wanted < 0 ? extent : from + wanted };
  });
}
