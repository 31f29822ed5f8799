import type { BufferLayout, GroupRange } from '../parameter-buffer.js';
import { checkOptimiser, type Optimiser } from './optimiser.js';
import type { OptimiserMemory } from './optimiser-memory.js';
import { scheduleFactor } from './schedule.js';

/** A clipped gradient is at most this much shorter than the limit, so that 0 / 0 cannot happen. */
const CLIP_MARGIN = 1e-6;

/** The optimisers of all parameter groups over one flat memory. */
export interface GroupUpdates {
  /** ‖g‖ of each group, as the last backward pass left it. */
  norms(): Readonly<Record<string, number>>;
  /** The update of step `time`, counted from 1; `rate` scales every learning rate. */
  apply(norms: Readonly<Record<string, number>>, time: number, rate: number): void;
  /** Optimiser state by `array:parameter`, views. */
  readonly state: Readonly<Record<string, Float32Array>>;
}

/** @throws NoetherError `invalid-argument` for a group without an optimiser or numbers without sense */
export function groupUpdates(
  memory: OptimiserMemory,
  layout: BufferLayout,
  optimisers: Readonly<Record<string, Optimiser>>,
): GroupUpdates {
  for (const { group } of layout.groups) checkOptimiser(group, optimisers[group]);
  return {
    norms: () =>
      Object.fromEntries(
        layout.groups.map(({ group, from, to }) => [group, memory.norm(from, to)]),
      ),
    apply(norms, time, rate): void {
      for (const range of layout.groups) {
        update(memory, range, optimisers[range.group], norms[range.group], time, rate);
      }
    },
    state: stateOf(memory, layout, optimisers),
  };
}

function update(
  memory: OptimiserMemory,
  { from, to }: GroupRange,
  optimiser: Optimiser,
  norm: number,
  time: number,
  rate: number,
): void {
  const { clipNorm = Infinity, schedule = { kind: 'constant' } } = optimiser;
  const clip = Math.min(1, clipNorm / (norm + CLIP_MARGIN));
  const learningRate = optimiser.learningRate * rate * scheduleFactor(schedule, time - 1);
  if (optimiser.kind === 'sgd') memory.sgd({ ...optimiser, learningRate }, from, to, clip);
  else memory.adam({ ...optimiser, learningRate }, time, from, to, clip);
}

function stateOf(
  memory: OptimiserMemory,
  layout: BufferLayout,
  optimisers: Readonly<Record<string, Optimiser>>,
): Record<string, Float32Array> {
  const state: Record<string, Float32Array> = {};
  const [mean, variance] = [layout.views(memory.mean), layout.views(memory.variance)];
  for (const { group, names } of layout.groups) {
    const { kind } = optimisers[group];
    for (const name of names) {
      if (kind === 'sgd') state[`velocity:${name}`] = mean[name];
      else {
        state[`mean:${name}`] = mean[name];
        state[`variance:${name}`] = variance[name];
      }
    }
  }
  return state;
}
