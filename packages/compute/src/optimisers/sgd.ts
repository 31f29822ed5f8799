import type { GroupSettings } from './group-settings.js';

/**
 * Stochastic gradient descent: g ← ∇L + λθ, b ← μb + g, θ ← θ − α b, or θ ← θ − α (g + μb) after
 * Nesterov (Sutskever et al. 2013, as in PyTorch's `optim.SGD`).
 */
export interface SgdOptions extends GroupSettings {
  readonly kind: 'sgd';
  /** α. */
  readonly learningRate: number;
  /** μ; default 0. */
  readonly momentum?: number;
  /** Default false. */
  readonly nesterov?: boolean;
  /** λ; default 0. */
  readonly weightDecay?: number;
}
