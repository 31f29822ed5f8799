import type { SymmetryOptions } from './options.js';

/**
 * Factor on the gradient that the encoder gets from the adversarial term and the regulariser at a share p of
 * training: 0 before `encoderDelay` d, (p − d) / r over the share r of `encoderRamp` after it, then 1. Without
 * a ramp it jumps to 1 at d.
 */
export function encoderGate(
  { encoderDelay, encoderRamp = 0 }: Pick<SymmetryOptions, 'encoderDelay' | 'encoderRamp'>,
  progress: number,
): number {
  const since = progress - encoderDelay;
  if (since < 0) return 0;
  return since < encoderRamp ? since / encoderRamp : 1;
}
