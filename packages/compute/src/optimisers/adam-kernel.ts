import type { WasmFunction } from '@noether/numerics';
import { wasm } from '../wasm/instructions.js';
import {
  advance,
  bound,
  keepAbove,
  keepLarge,
  magnitudeBits,
  spread,
  until,
} from './kernel-parts.js';

/**
 * Moments this close to zero are zero: they cannot move a parameter (ε is 1e-8), and numbers below
 * 1e-38, on which the moments of dead units would settle for ever, take processors a hundred times
 * as long as others.
 */
const NEGLIGIBLE_MEAN = 1e-30;
const NEGLIGIBLE_VARIANCE = 1e-36;

const [P, G, M, V, END] = [0, 1, 2, 3, 4];
const [SCALE, CORRECTION, BETA1, BETA2, REST1, REST2, EPSILON, SHRINK, CLIP] = [
  5, 6, 7, 8, 9, 10, 11, 12, 13,
];
const [FRESH1, FRESH2, KEEP1, KEEP2, RATE, ROOT, EPS, DECAY, LIMIT, GRADIENT, MEAN, VARIANCE] = [
  14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25,
];
const [LEAST1, LEAST2, MAGNITUDE] = [26, 27, 28];

const { get, set } = wasm;

/** `scaled`: gradients times `clip`, parameters times `decay`. */
const fourEntries = (scaled: boolean): number[] => [
  ...[...get(G), ...wasm.load, ...(scaled ? [...get(LIMIT), ...wasm.mul] : []), ...set(GRADIENT)],
  // m ← β₁ m + (1 − β₁) g
  ...[...get(M), ...wasm.load, ...get(KEEP1), ...wasm.mul],
  ...[...get(GRADIENT), ...get(FRESH1), ...wasm.mul, ...wasm.add],
  ...keepLarge(MEAN, LEAST1, MAGNITUDE),
  // v ← β₂ v + (1 − β₂) g²
  ...[...get(V), ...wasm.load, ...get(KEEP2), ...wasm.mul],
  ...[...get(GRADIENT), ...get(GRADIENT), ...wasm.mul, ...get(FRESH2), ...wasm.mul, ...wasm.add],
  ...keepAbove(VARIANCE, LEAST2),
  ...[...get(M), ...get(MEAN), ...wasm.store],
  ...[...get(V), ...get(VARIANCE), ...wasm.store],
  // θ ← decay · θ − scale · m / (correction · √v + ε)
  ...[...get(P), ...get(P), ...wasm.load, ...(scaled ? [...get(DECAY), ...wasm.mul] : [])],
  ...[...get(MEAN), ...get(RATE), ...wasm.mul],
  ...[...get(VARIANCE), ...wasm.sqrt, ...get(ROOT), ...wasm.mul, ...get(EPS), ...wasm.add],
  ...[...wasm.div, ...wasm.sub, ...wasm.store],
  ...[...advance(P), ...advance(G), ...advance(M), ...advance(V)],
];

/**
 * One pass over four arrays, four entries at a time: pointers in bytes, the end of the parameters,
 * then the numbers of the update rule; 1 − β comes rounded from float64, not as a float32 difference.
 */
const kernel = (name: string, scaled: boolean): WasmFunction => ({
  name,
  parameters: [
    ...(['i32', 'i32', 'i32', 'i32', 'i32'] as const),
    ...(['f32', 'f32', 'f32', 'f32', 'f32', 'f32', 'f32', 'f32', 'f32'] as const),
  ],
  locals: new Array<'v128'>(15).fill('v128'),
  body: [
    ...[...spread(REST1, FRESH1), ...spread(REST2, FRESH2)],
    ...[...spread(BETA1, KEEP1), ...spread(BETA2, KEEP2)],
    ...[...spread(SCALE, RATE), ...spread(CORRECTION, ROOT), ...spread(EPSILON, EPS)],
    ...[...spread(SHRINK, DECAY), ...spread(CLIP, LIMIT)],
    ...[...bound(NEGLIGIBLE_MEAN, LEAST1), ...bound(NEGLIGIBLE_VARIANCE, LEAST2)],
    ...magnitudeBits(MAGNITUDE),
    ...until(P, END, fourEntries(scaled)),
  ],
});

/** Adam where nothing is clipped and nothing decays: the pass is bound by its instructions, not by memory. */
export const adamKernel: WasmFunction = kernel('adam', false);
/** Adam with the gradients multiplied by the last number, and the parameters by the one before it. */
export const scaledAdamKernel: WasmFunction = kernel('scaledAdam', true);
