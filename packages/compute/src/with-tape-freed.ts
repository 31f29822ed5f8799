import * as tf from '@tensorflow/tfjs';

/**
 * Runs `work`. What tfjs keeps of a forward pass for its gradient outlives every scope until that gradient is
 * taken; when `work` throws, it never is, and those tensors are given back here.
 */
export function withTapeFreed<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    freeTape();
    throw cause;
  }
}

/** Unless a gradient of the caller is being taken, which needs its tape. */
function freeTape(): void {
  const state = tf.engine().state as unknown as Tape;
  if (state.gradientDepth > 0) return;
  for (const { saved } of state.activeTape ?? []) saved?.forEach((tensor) => tensor.dispose());
  state.activeTape = null;
}

interface Tape {
  readonly gradientDepth: number;
  activeTape: readonly { readonly saved?: readonly tf.Tensor[] }[] | null;
}
