import type { GroupSettings } from './group-settings.js';

/** Options of Adam, by the names of Kingma and Ba; without a `kind` an optimiser is Adam. */
export interface AdamOptions extends GroupSettings {
  readonly kind?: 'adam';
  /** α. */
  readonly learningRate: number;
  /** Default 0.9. */
  readonly beta1?: number;
  /** Default 0.999. */
  readonly beta2?: number;
  /** Default 1e-8. */
  readonly epsilon?: number;
}

/** Adam with decoupled weight decay: θ ← (1 − αλ) θ before each step (arXiv 1711.05101, algorithm 2). */
export interface AdamWOptions extends Omit<AdamOptions, 'kind'> {
  readonly kind: 'adamw';
  /** λ; default 0.01. */
  readonly weightDecay?: number;
}
