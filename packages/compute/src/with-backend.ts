import * as tf from '@tensorflow/tfjs';

/**
 * Runs `work` with a tfjs back-end that is already started, then goes back to the one before.
 * The switch itself is synchronous although tfjs hands out a promise.
 */
export function withBackend<T>(backend: string, work: () => T): T {
  const previous = (tf.getBackend() as string | undefined) ?? 'cpu';
  void tf.setBackend(backend);
  try {
    return work();
  } finally {
    void tf.setBackend(previous);
  }
}
