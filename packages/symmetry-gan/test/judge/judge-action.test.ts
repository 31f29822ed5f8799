import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { identityEncoder, symmetryBasis, type SymmetryBasis } from '@noether/contracts';
import { lorentz } from '@noether/lie-algebra';
import { randomStream } from '@noether/numerics';
import { judgeAction, type ActionJudgement } from '@noether/symmetry-gan';

/** Pairs of states along circles of radius 1 to 2, turned by 0.2 between the two; y stretched. */
function pairs(count: number, seed: number, stretch: number): Float64Array {
  const random = randomStream(seed);
  const rows = new Float64Array(4 * count);
  for (let row = 0; row < count; row++) {
    const radius = 1 + random.uniform();
    const angle = 2 * Math.PI * random.uniform();
    rows.set(
      [0, 0.2].flatMap((turn) => [
        radius * Math.cos(angle + turn),
        stretch * radius * Math.sin(angle + turn),
      ]),
      4 * row,
    );
  }
  return rows;
}

const onCircle = (share: number): number[] => [
  Math.cos(2 * Math.PI * share),
  Math.sin(2 * Math.PI * share),
];

/** Single states on the unit circle. */
function circle(count: number, seed: number): Float64Array {
  const random = randomStream(seed);
  return Float64Array.from(Array.from({ length: count }, () => onCircle(random.uniform())).flat());
}

/** t² − x² − y² − z². */
const minkowski = (x: ArrayLike<number>): number => x[0] ** 2 - x[1] ** 2 - x[2] ** 2 - x[3] ** 2;

/** Whether a generator on (t, x, y, z) leaves t alone. */
const isTurn = (generator: ArrayLike<number>): boolean =>
  [1, 2, 3].every((at) => generator[at] === 0);

const basis = (generator: number[], scale = 3): SymmetryBasis =>
  symmetryBasis({
    dimension: 2,
    generators: [Float64Array.from(generator, (entry) => scale * entry)],
    centre: new Float64Array(2),
    provenance: { stage: 'test' },
  });

const judge = (symmetry: SymmetryBasis, stretch: number): Promise<ActionJudgement> =>
  judgeAction(
    {
      encoder: identityEncoder(2),
      basis: symmetry,
      heldOut: pairs(1000, 1, stretch),
      reference: pairs(3000, 2, stretch),
      timesteps: 2,
    },
    randomStream(3),
  );

test('the rotation of circular orbits is a symmetry, an exact one', async () => {
  const found = await judge(basis([0, -1, 1, 0]), 1);
  assert.is(found.verdict, 'symmetry', found.reason);
  assert.ok(found.twoSample.pValue > 0.05);
  assert.ok(found.compatibilityError < 1e-20 && found.invertibilityError < 1e-20);
  assert.ok(Math.abs(found.movement - 1) < 0.15);
  assert.is(found.closure, 0);
});

test('the same rotation of stretched orbits is none; the stretched rotation is', async () => {
  const circular = await judge(basis([0, -1, 1, 0]), 0.3);
  assert.is(circular.verdict, 'no-symmetry', circular.reason);
  assert.ok(circular.twoSample.pValue < 0.02);
  assert.ok(circular.manifold.transformed > 3 * circular.manifold.data);
  const elliptic = await judge(basis([0, -1 / 0.3, 0.3, 0]), 0.3);
  assert.is(elliptic.verdict, 'symmetry', elliptic.reason);
});

test('a rotation of states that reverses the motion is told by the displacements', async () => {
  const reflected = pairs(1000, 1, 1);
  for (let row = 0; row < 1000; row += 2) {
    const [x, y, u, v] = reflected.slice(4 * row, 4 * row + 4);
    reflected.set([u, v, x, y], 4 * row);
  }
  const oneWay = pairs(3000, 2, 1);
  const found = await judgeAction(
    {
      encoder: identityEncoder(2),
      basis: basis([0, -1, 1, 0]),
      heldOut: reflected,
      reference: oneWay,
      timesteps: 2,
    },
    randomStream(3),
  );
  assert.ok(found.manifold.data > 2 * (await judge(basis([0, -1, 1, 0]), 1)).manifold.data);
});

test('hardly a turn is the identity, and growth is no symmetry', async () => {
  assert.is((await judge(basis([0, -1, 1, 0], 0.05), 1)).verdict, 'identity');
  assert.is((await judge(basis([1, 0, 0, 1], 1), 1)).verdict, 'no-symmetry');
});

test('an encoder that loses a direction does not carry the data', async () => {
  const flat = {
    ...identityEncoder(2),
    decode: (latent: Float64Array) =>
      Promise.resolve(latent.map((value, at) => (at % 2 === 0 ? value : 0))),
  };
  const samples = {
    encoder: flat,
    basis: basis([0, -1, 1, 0]),
    heldOut: pairs(200, 1, 1),
    reference: pairs(200, 2, 1),
    timesteps: 2,
  };
  const found = await judgeAction(samples, randomStream(3));
  assert.is(found.verdict, 'not-carried', found.reason);
});

/** Pairs of states near the corners of a triangle about a centre. */
function corners(count: number, seed: number, [x, y]: readonly [number, number]): Float64Array {
  const random = randomStream(seed);
  const rows = new Float64Array(4 * count);
  for (let row = 0; row < count; row++) {
    const angle = (2 * Math.PI * Math.floor(3 * random.uniform())) / 3;
    const state = [
      Math.cos(angle) + 0.1 * random.normal(),
      Math.sin(angle) + 0.1 * random.normal(),
    ];
    const [u, v] = state.map((value) => value + 0.1 * random.normal());
    rows.set([x + state[0], y + state[1], x + u, y + v], 4 * row);
  }
  return rows;
}

test('it does not matter where the data lie: three corners have no rotation', async () => {
  const judgeAt = (centre: readonly [number, number]): Promise<ActionJudgement> =>
    judgeAction(
      {
        encoder: identityEncoder(2),
        basis: { ...basis([0, -1, 1, 0]), centre: Float64Array.from(centre) },
        heldOut: corners(400, 1, centre),
        reference: corners(1000, 2, centre),
        timesteps: 2,
      },
      randomStream(3),
    );
  const [near, far] = [await judgeAt([0, 0]), await judgeAt([100, -40])];
  assert.is(near.verdict, 'no-symmetry', near.reason);
  assert.is(far.verdict, 'no-symmetry', far.reason);
  assert.ok(Math.abs(far.twoSample.statistic - near.twoSample.statistic) < 1e-9);
  assert.ok(Math.abs(far.manifold.transformed - near.manifold.transformed) < 1e-9);
});

test('a conserved quantity that the action moves refuses it, one that it keeps does not', async () => {
  const judgeBy = (evaluate: (x: ArrayLike<number>) => number): Promise<ActionJudgement> =>
    judgeAction(
      {
        encoder: identityEncoder(2),
        basis: basis([0, -1, 1, 0]),
        heldOut: pairs(400, 1, 1),
        reference: pairs(1000, 2, 1),
        timesteps: 2,
        invariant: { name: 'H', evaluate },
      },
      randomStream(3),
    );
  const kept = await judgeBy((x) => x[0] ** 2 + x[1] ** 2);
  assert.is(kept.verdict, 'symmetry', kept.reason);
  assert.ok(kept.invariance && kept.invariance.ratio < 1e-12);
  const moved = await judgeBy((x) => x[0]);
  assert.is(moved.verdict, 'no-symmetry');
  assert.match(
    moved.reason,
    /^The action moves what is known to be conserved by \d+ % of a shuffle\.$/,
  );
  assert.is((await judgeBy(() => 1)).invariance, null, 'the same everywhere');
});

test('an encoder that knows its own data only carries no action of a group, though what it decodes is real', async () => {
  const [heldOut, reference] = [circle(400, 1), circle(1000, 2)];
  const known = new Set<number>();
  for (let at = 0; at < heldOut.length; at += 2) known.add(heldOut[at]);
  const random = randomStream(7);
  const encoder = {
    ...identityEncoder(2),
    decode: (latent: Float64Array): Promise<Float64Array> => {
      const states = latent.slice();
      for (let at = 0; at < states.length; at += 2) {
        if (!known.has(states[at])) states.set(onCircle(random.uniform()), at);
      }
      return Promise.resolve(states);
    },
  };
  const samples = { basis: basis([0, -1, 1, 0]), heldOut, reference, timesteps: 1 };
  const learned = await judgeAction({ ...samples, encoder }, randomStream(3));
  assert.is(learned.verdict, 'no-symmetry', learned.reason);
  assert.match(
    learned.reason,
    /^It is no action of a group on the data: g\(hx\) and \(gh\)x differ by [\d.]+ % of the variance, g⁻¹\(gx\) and x by [\d.]+ %\.$/,
  );
  assert.ok(learned.twoSample.statistic - learned.control.statistic < 0.009, 'all look real');
  const exact = await judgeAction({ ...samples, encoder: identityEncoder(2) }, randomStream(3));
  assert.is(exact.verdict, 'symmetry', exact.reason);
});

test('a rotation of an ellipse behind a noisy encoder is an action, though it turns the noise into the long axis', async () => {
  const noise = randomStream(7);
  const encoder = {
    ...identityEncoder(2),
    encode: (states: Float64Array): Promise<Float64Array> =>
      Promise.resolve(states.map((value) => value + 0.2 * noise.normal())),
  };
  const ellipse = (count: number, seed: number): Float64Array =>
    circle(count, seed).map((value, at) => (at % 2 === 0 ? 3 * value : value));
  const found = await judgeAction(
    {
      encoder,
      basis: basis([0, -3, 1 / 3, 0]),
      heldOut: ellipse(400, 1),
      reference: ellipse(1000, 2),
      timesteps: 1,
    },
    randomStream(3),
  );
  assert.is(found.verdict, 'symmetry', found.reason);
  assert.ok(found.identityError < 0.02 && found.compatibilityError > 0.1);
});

test('of a group that is not compact the verdict says what it leaves open, and a known invariant tells the wrong one', async () => {
  const normal = (count: number, seed: number): Float64Array =>
    randomStream(seed).fillNormal(new Float64Array(4 * count));
  const judgeAt = (
    lightSpeed: number,
    isKnown: boolean,
    generators = lorentz.generators,
  ): Promise<ActionJudgement> =>
    judgeAction(
      {
        encoder: identityEncoder(4),
        basis: symmetryBasis({
          dimension: 4,
          generators: generators.map((generator) =>
            generator.map((entry, at) => {
              const [row, column] = [Math.floor(at / 4), at % 4];
              if (row > 0 && column > 0) return 3 * entry;
              return 0.3 * entry * (row === 0 ? lightSpeed : 1 / lightSpeed);
            }),
          ),
          centre: new Float64Array(4),
          provenance: { stage: 'test' },
        }),
        heldOut: normal(400, 1),
        reference: normal(1000, 2),
        timesteps: 1,
        ...(isKnown && { invariant: { name: 's²', evaluate: minkowski } }),
      },
      randomStream(3),
    );
  const open = await judgeAt(1, false);
  assert.is(open.verdict, 'symmetry', open.reason);
  assert.ok(open.isNonCompact);
  assert.match(open.reason, /by a group that is not compact: .* not which form the group keeps\.$/);
  const turning = await judgeAt(1, false, lorentz.generators.filter(isTurn));
  assert.not.ok(turning.isNonCompact);
  assert.not.match(turning.reason, 'not compact');
  const right = await judgeAt(1, true);
  assert.is(right.verdict, 'symmetry', right.reason);
  assert.not.match(right.reason, 'not compact');
  const wrong = await judgeAt(4, true);
  assert.is(wrong.verdict, 'no-symmetry', wrong.reason);
  assert.match(wrong.reason, 'what is known to be conserved');
});

test('too few windows, rows that do not fit, and numbers without a square, are refused with the argument', async () => {
  const samples = {
    encoder: identityEncoder(2),
    basis: basis([0, -1, 1, 0]),
    heldOut: pairs(20, 1, 1),
    reference: pairs(200, 2, 1),
    timesteps: 2,
  };
  for (const [changed, message] of [
    [samples, /heldOut.*20.*at least 40/],
    [{ ...samples, reference: new Float64Array(7) }, /reference.*rows of 4/],
    [{ ...samples, timesteps: 1, basis: { ...samples.basis, dimension: 3 } }, /basis/],
    [{ ...samples, heldOut: pairs(50, 1, 1).fill(NaN, 9, 10) }, /heldOut.*NaN.*row 2/],
    [{ ...samples, reference: pairs(200, 2, 1).fill(1e200, 4, 5) }, /reference.*1e\+200.*row 1/],
  ] as const) {
    const error = await judgeAction(changed, randomStream(3)).then(
      () => null,
      (cause: Error) => cause,
    );
    assert.match(error?.message ?? '', message);
  }
});

test.run();
