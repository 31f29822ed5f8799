/**
 * Writes the rotations [[cos θ, sin θ], [−sin θ, cos θ]] of successive planes to the diagonal of the
 * size × size matrix at `at`, whose other entries are left alone.
 */
export function planeRotationsInto(
  elements: Float64Array,
  at: number,
  size: number,
  angles: ArrayLike<number>,
): void {
  for (let plane = 0; plane < size / 2; plane++) {
    const place = at + 2 * plane * (size + 1);
    const sine = Math.sin(angles[plane]);
    elements[place] = elements[place + size + 1] = Math.cos(angles[plane]);
    elements[place + 1] = sine;
    elements[place + size] = -sine;
  }
}

/** The angles in (−π, π] that {@link planeRotationsInto} has written. */
export function planeAngles(element: Float64Array, size: number): Float64Array {
  return Float64Array.from({ length: size / 2 }, (_, plane) => {
    const place = 2 * plane * (size + 1);
    const next = place + size;
    return Math.atan2(element[place + 1] - element[next], element[place] + element[next + 1]);
  });
}

/** Whether an element rotates the planes by these angles and does nothing else. */
export function isPlaneRotation(
  element: Float64Array,
  size: number,
  angles: ArrayLike<number>,
  tolerance: number,
): boolean {
  const expected = new Float64Array(size * size);
  planeRotationsInto(expected, 0, size, angles);
  return expected.every((entry, index) => Math.abs(entry - element[index]) <= tolerance);
}
