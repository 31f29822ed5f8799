import { AssertionError } from 'node:assert';

/**
 * Asserts that a function leaves as many tensors behind as it found. It runs twice and the second
 * run is judged, because the first may fill caches that are meant to stay.
 * @param countTensors for instance `() => tf.memory().numTensors`
 * @throws AssertionError that tells how many tensors were leaked
 */
export async function leakFree(
  run: () => void | Promise<void>,
  countTensors: () => number,
): Promise<void> {
  await run();
  const before = countTensors();
  await run();
  const after = countTensors();
  if (after !== before) {
    throw new AssertionError({
      message: `${after - before} tensors leaked: ${before} before, ${after} after`,
      actual: after,
      expected: before,
      operator: 'leakFree',
    });
  }
}
