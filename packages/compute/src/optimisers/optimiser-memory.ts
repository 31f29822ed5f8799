/// <reference lib="dom" />
import { assemble } from '../wasm/assemble.js';
import { adamKernel } from './adam-kernel.js';
import type { AdamOptions } from './adam.js';

const PAGE = 65_536;

/** Flat arrays of equal length in one WebAssembly memory, and the optimisers that sweep over them. */
export interface OptimiserMemory {
  readonly parameters: Float32Array;
  readonly gradients: Float32Array;
  /** Running mean m of the gradients. */
  readonly mean: Float32Array;
  /** Running uncentred variance v. */
  readonly variance: Float32Array;
  /**
   * One Adam step on the entries [from, to), in place and in one pass (Kingma and Ba 2015, algorithm
   * 1, arXiv 1412.6980): m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², θ ← θ − α m̂/(√v̂ + ε) with
   * m̂ = m/(1−β₁ᵗ), v̂ = v/(1−β₂ᵗ), in float32. `time` t counts from 1; `from` and `to` are multiples
   * of 4. Moments below 1e-30 and 1e-36 become zero.
   */
  adam(options: AdamOptions, time: number, from: number, to: number): void;
}

type Kernel = (
  p: number,
  g: number,
  m: number,
  v: number,
  end: number,
  scale: number,
  correction: number,
  beta1: number,
  beta2: number,
  rest1: number,
  rest2: number,
  epsilon: number,
) => void;

/** Room for `length` parameters, a multiple of 4. */
export function optimiserMemory(length: number): OptimiserMemory {
  const bytes = 4 * length;
  const memory = new WebAssembly.Memory({ initial: Math.max(1, Math.ceil((4 * bytes) / PAGE)) });
  const view = (index: number): Float32Array =>
    new Float32Array(memory.buffer, index * bytes, length);
  const module = new WebAssembly.Module(assemble([adamKernel]));
  const instance = new WebAssembly.Instance(module, { env: { memory } });
  const kernel = instance.exports.adam as Kernel;
  return {
    parameters: view(0),
    gradients: view(1),
    mean: view(2),
    variance: view(3),
    adam(options, time, from, to): void {
      const { learningRate, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = options;
      const start = 4 * from;
      kernel(
        start,
        bytes + start,
        2 * bytes + start,
        3 * bytes + start,
        4 * to,
        learningRate / (1 - beta1 ** time),
        1 / Math.sqrt(1 - beta2 ** time),
        beta1,
        beta2,
        1 - beta1,
        1 - beta2,
        epsilon,
      );
    },
  };
}
