import type { WasmFunction } from '@noether/numerics';
import { wasm } from '../wasm/instructions.js';
import { advance, bound, keepLarge, magnitudeBits, spread, until } from './kernel-parts.js';

/** Velocities this close to zero are zero, for the reason that Adam's moments are. */
const NEGLIGIBLE_VELOCITY = 1e-30;

const [P, G, B, END, RATE, MOMENTUM, DIRECT, INDIRECT, DECAY, CLIP] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
];
const [STEP, KEEP, NOW, PAST, PULL, LIMIT, GRADIENT, VELOCITY, VALUE] = [
  10, 11, 12, 13, 14, 15, 16, 17, 18,
];
const [LEAST, MAGNITUDE] = [19, 20];

const { get, set, tee } = wasm;

const fourEntries = [
  // g ← clip · g + λ θ
  ...[...get(G), ...wasm.load, ...get(LIMIT), ...wasm.mul],
  ...[...get(P), ...wasm.load, ...tee(VALUE), ...get(PULL), ...wasm.mul, ...wasm.add],
  ...set(GRADIENT),
  // b ← μ b + g
  ...[...get(B), ...wasm.load, ...get(KEEP), ...wasm.mul, ...get(GRADIENT), ...wasm.add],
  ...keepLarge(VELOCITY, LEAST, MAGNITUDE),
  ...[...get(B), ...get(VELOCITY), ...wasm.store],
  // θ ← θ − α (direct · g + indirect · b)
  ...[...get(P), ...get(VALUE), ...get(STEP)],
  ...[...get(GRADIENT), ...get(NOW), ...wasm.mul],
  ...[...get(VELOCITY), ...get(PAST), ...wasm.mul, ...wasm.add],
  ...[...wasm.mul, ...wasm.sub, ...wasm.store],
  ...[...advance(P), ...advance(G), ...advance(B)],
];

/** One pass over parameters, gradients and velocities, four entries at a time. */
export const sgdKernel: WasmFunction = {
  name: 'sgd',
  parameters: ['i32', 'i32', 'i32', 'i32', 'f32', 'f32', 'f32', 'f32', 'f32', 'f32'],
  locals: new Array<'v128'>(11).fill('v128'),
  body: [
    ...[...spread(RATE, STEP), ...spread(MOMENTUM, KEEP), ...spread(DIRECT, NOW)],
    ...[...spread(INDIRECT, PAST), ...spread(DECAY, PULL), ...spread(CLIP, LIMIT)],
    ...[...bound(NEGLIGIBLE_VELOCITY, LEAST), ...magnitudeBits(MAGNITUDE)],
    ...until(P, END, fourEntries),
  ],
};
