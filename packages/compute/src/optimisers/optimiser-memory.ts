/// <reference lib="dom" />
import { assembleWasm } from '@noether/numerics';
import { adamKernel, scaledAdamKernel } from './adam-kernel.js';
import { normKernel } from './norm-kernel.js';
import { sgdKernel } from './sgd-kernel.js';
import type { AdamOptions, AdamWOptions } from './adam.js';
import type { SgdOptions } from './sgd.js';

const PAGE = 65_536;
const KERNELS = [adamKernel, scaledAdamKernel, sgdKernel, normKernel];

/**
 * Flat arrays of equal length in one WebAssembly memory, and the optimisers that sweep over them in
 * place, in float32, in one pass over the entries [from, to), multiples of 4. Gradients are first
 * multiplied by `clip`, 1 by default.
 */
export interface OptimiserMemory {
  readonly parameters: Float32Array;
  readonly gradients: Float32Array;
  /** Adam's running mean m of the gradients; the velocity b of SGD. */
  readonly mean: Float32Array;
  /** Adam's running uncentred variance v. */
  readonly variance: Float32Array;
  /**
   * One Adam step (Kingma and Ba 2015, algorithm 1, arXiv 1412.6980): m ← β₁m + (1−β₁)g,
   * v ← β₂v + (1−β₂)g², θ ← θ − α m̂/(√v̂ + ε) with m̂ = m/(1−β₁ᵗ), v̂ = v/(1−β₂ᵗ); AdamW shrinks
   * θ to (1 − αλ) θ before. `time` t counts from 1. Moments below 1e-30 and 1e-36 become zero.
   */
  adam(
    options: AdamOptions | AdamWOptions,
    time: number,
    from: number,
    to: number,
    clip?: number,
  ): void;
  /** One step of {@link SgdOptions}. Velocities below 1e-30 become zero. */
  sgd(options: SgdOptions, from: number, to: number, clip?: number): void;
  /**
   * ‖g‖ over the entries [from, to), added up in float64 in a fixed order; finite exactly where all
   * of the gradients are.
   */
  norm(from: number, to: number): number;
}

type Kernel = (...numbers: number[]) => number;

/** Room for `length` parameters, a multiple of 4. */
export function optimiserMemory(length: number): OptimiserMemory {
  const bytes = 4 * length;
  const memory = new WebAssembly.Memory({ initial: Math.max(1, Math.ceil((4 * bytes) / PAGE)) });
  const view = (index: number): Float32Array =>
    new Float32Array(memory.buffer, index * bytes, length);
  const module = new WebAssembly.Module(assembleWasm(KERNELS));
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const { adam, scaledAdam, sgd, squares } = exports as Record<string, Kernel>;
  const places = (arrays: number, from: number): number[] =>
    Array.from({ length: arrays }, (_, index) => index * bytes + 4 * from);
  return {
    parameters: view(0),
    gradients: view(1),
    mean: view(2),
    variance: view(3),
    adam(options, time, from, to, clip = 1): void {
      const numbers = [...adamNumbers(options, time), clip];
      const isPlain = clip === 1 && decayOf(options) === 1;
      (isPlain ? adam : scaledAdam)(...places(4, from), 4 * to, ...numbers);
    },
    sgd(options, from, to, clip = 1): void {
      const { learningRate, momentum = 0, nesterov = false, weightDecay = 0 } = options;
      const [direct, indirect] = nesterov ? [1, momentum] : [0, 1];
      const numbers = [learningRate, momentum, direct, indirect, weightDecay, clip];
      sgd(...places(3, from), 4 * to, ...numbers);
    },
    norm(from, to): number {
      const pairs = to - ((to - from) % 8);
      return Math.sqrt(squares(bytes + 4 * from, bytes + 4 * pairs, bytes + 4 * to));
    },
  };
}

/** Scale of the step, correction of √v, β₁, β₂, 1 − β₁, 1 − β₂, ε, decay of the parameters. */
function adamNumbers(options: AdamOptions | AdamWOptions, time: number): number[] {
  const { learningRate, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = options;
  return [
    learningRate / (1 - beta1 ** time),
    1 / Math.sqrt(1 - beta2 ** time),
    ...[beta1, beta2, 1 - beta1, 1 - beta2, epsilon],
    decayOf(options),
  ];
}

/** 1 − αλ of AdamW, 1 of Adam. */
function decayOf(options: AdamOptions | AdamWOptions): number {
  if (options.kind !== 'adamw') return 1;
  return 1 - options.learningRate * (options.weightDecay ?? 0.01);
}
