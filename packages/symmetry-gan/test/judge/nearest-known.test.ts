import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { identityEncoder, symmetryBasis, type RandomStream } from '@noether/contracts';
import { randomStream } from '@noether/numerics';
import { judgeAction, type ActionJudgement } from '@noether/symmetry-gan';
import { nearestKnown } from '../../src/judge/nearest-known.js';
import { withoutHeldOut } from '../../src/judge/without-held-out.js';

type Draw = (random: RandomStream) => readonly number[];

const TURN = 2 * Math.PI;

function windows(count: number, draw: Draw, seed: number): Float64Array {
  const random = randomStream(seed);
  return Float64Array.from(Array.from({ length: count }, () => draw(random)).flat());
}

interface Asked {
  readonly known?: number;
  readonly timesteps?: number;
  /** Of the ellipses on which the generator turns: its axes are `ratio` and 1. */
  readonly ratio?: number;
}

function judge(
  draw: Draw,
  { known = 2000, timesteps = 1, ratio = 1 }: Asked,
): Promise<ActionJudgement> {
  const basis = symmetryBasis({
    dimension: 2,
    generators: [Float64Array.of(0, -3 * ratio, 3 / ratio, 0)],
    centre: new Float64Array(2),
    provenance: { stage: 'test' },
  });
  const samples = {
    encoder: identityEncoder(2),
    basis,
    heldOut: windows(400, draw, 1),
    reference: windows(known, draw, 2),
    timesteps,
  };
  return judgeAction(samples, randomStream(3));
}

const polar = (radius: number, angle: number): number[] => [
  radius * Math.cos(angle),
  radius * Math.sin(angle),
];
const circle: Draw = (random) => polar(1, TURN * random.uniform());

test('a generator elliptic by 1 % keeps a circle, however many windows are known', async () => {
  for (const known of [1000, 4000]) {
    const found = await judge(circle, { known, ratio: 1.01 });
    assert.is(found.verdict, 'symmetry', found.reason);
  }
  const elliptic = await judge(circle, { known: 4000, ratio: 1.2 });
  assert.is(elliptic.verdict, 'no-symmetry', elliptic.reason);
  assert.match(elliptic.reason, /the nearest known window is \d+ times as far/);
});

test('data that are rounded keep their symmetry, and clusters stay clusters', async () => {
  const rounded =
    (draw: Draw, step: number): Draw =>
    (random) =>
      draw(random).map((value) => Math.round(value / step) * step);
  const pair: Draw = (random) => {
    const [radius, angle] = [1 + random.uniform(), TURN * random.uniform()];
    return [...polar(radius, angle), ...polar(radius, angle + 0.2)];
  };
  const corner: Draw = (random) => polar(1, (TURN * random.integer(3)) / 3 + 0.2 * random.normal());
  const cases = [
    [rounded(circle, 0.1), {}, 'symmetry'],
    [rounded(pair, 0.05), { timesteps: 2 }, 'symmetry'],
    [rounded(pair, 0.1), { timesteps: 2 }, 'symmetry'],
    [rounded(corner, 0.1), {}, 'no-symmetry'],
  ] as const;
  for (const [draw, asked, verdict] of cases) {
    const found = await judge(draw, asked);
    assert.is(found.verdict, verdict, found.reason);
  }
});

test('rounding is that of the step of each column, unrelated windows are √(2 Σ variance) apart', () => {
  const random = randomStream(1);
  const rows = Float64Array.from({ length: 3000 }, (_, at) => {
    const value = random.normal();
    return [Math.round(10 * value) / 10, value, Math.sign(value)][at % 3];
  });
  const same = { transformed: rows, reconstructed: rows, data: rows };
  const found = nearestKnown(same, rows, 3);
  assert.ok(Math.abs(found.rounding - 0.1 / Math.sqrt(12)) < 1e-4, `${found.rounding}`);
  assert.ok(Math.abs(found.unrelated - Math.sqrt(6)) < 0.15, `${found.unrelated}`);
  assert.is(found.data, 0);
});

test('windows that are held out too are no reference, one for one', () => {
  const heldOut = Float64Array.of(1, 2, 3, 4, 1, 2);
  const reference = Float64Array.of(1, 2, 5, 6, 1, 2, 2, 1, 1, 2, 3, 4);
  assert.equal(withoutHeldOut(reference, heldOut, 2, 1), Float64Array.of(5, 6, 2, 1, 1, 2));
  assert.is(withoutHeldOut(heldOut, Float64Array.of(7, 8), 2, 9), heldOut);
});

test('held-out windows as their own reference are refused with the argument', async () => {
  const same = windows(100, circle, 1);
  const samples = {
    encoder: identityEncoder(2),
    basis: symmetryBasis({
      dimension: 2,
      generators: [Float64Array.of(0, -3, 3, 0)],
      centre: new Float64Array(2),
      provenance: { stage: 'test' },
    }),
    heldOut: same,
    reference: same,
    timesteps: 1,
  };
  const error = await judgeAction(samples, randomStream(3)).then(
    () => null,
    (cause: Error) => cause,
  );
  assert.match(error?.message ?? '', /reference is 0; 100 of 100 windows .* held out too/);
});

test.run();
