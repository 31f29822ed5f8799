import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { expm, randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { drawSamples, sampleSources } from '@noether/datasets';

const context = { random: randomStream(5), observe: () => undefined };
const { train, labels, invariant } = drawSamples(sampleSources.jets, { train: 4000 }, context);
const pairs = train.items.map(({ states }) => [states.slice(0, 4), states.slice(4)]);
const signal = Array.from(labels?.values ?? []);

type Vector = ArrayLike<number>;

/** a·b = E E' − p·p'. */
function product(a: Vector, b: Vector): number {
  return a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3];
}

/** The mass of a pair, from 2 p₁·p₂. */
function massOf([a, b]: readonly Vector[]): number {
  return Math.sqrt(2 * product(a, b));
}

function apply(matrix: Float64Array, vector: Vector): Float64Array {
  return Float64Array.from({ length: 4 }, (_, i) =>
    [0, 1, 2, 3].reduce((sum, j) => sum + matrix[4 * i + j] * vector[j], 0),
  );
}

/** exp of a boost along `rapidity` and a turn about `axis`. */
function lorentzElement([u, v, w]: number[], [a, b, c]: number[]): Float64Array {
  return expm(Float64Array.of(0, u, v, w, u, 0, -c, b, v, c, 0, -a, w, -b, a, 0), 4);
}

/** The rapidity vector of the particle that a pair comes from. */
function rapidityOf([a, b]: readonly Vector[]): number[] {
  const [energy, ...momentum] = [0, 1, 2, 3].map((at) => a[at] + b[at]);
  const size = Math.hypot(...momentum);
  return momentum.map((value) => (value / size) * Math.atanh(size / energy));
}

test('every momentum is massless, and the signal is a pair of mass 1', () => {
  assert.equal(labels?.names, ['signal']);
  pairs.forEach((pair, row) => {
    for (const p of pair) close(product(p, p), 0, { atol: 1e-9 * p[0] ** 2 });
    close(invariant?.evaluate([...pair[0], ...pair[1]]) ?? NaN, massOf(pair) ** 2, { rtol: 1e-12 });
    if (signal[row] === 1) close(massOf(pair), 1, { rtol: 1e-8 });
    else assert.ok(Math.abs(Math.log(massOf(pair))) > 0.0499);
  });
});

test('the label is a function of the Minkowski product, so boosts and rotations leave it alone', () => {
  const random = randomStream(6);
  const draw = (): number[] => [random.normal(), random.normal(), random.normal()];
  pairs.forEach((pair, row) => {
    const g = lorentzElement(draw(), draw());
    const moved = pair.map((p) => apply(g, p));
    assert.is(Math.abs(massOf(moved) - 1) < 1e-5, signal[row] === 1);
  });
});

test('half of the pairs are signal, and the masses of the others have the spread that is told', () => {
  const share = signal.reduce((sum, value) => sum + value, 0) / signal.length;
  close(share, 0.5, { atol: 4 * Math.sqrt(0.25 / signal.length) });
  const logs = pairs.filter((_, row) => signal[row] === 0).map((pair) => Math.log(massOf(pair)));
  const square = logs.reduce((sum, value) => sum + value ** 2, 0) / logs.length;
  close(square, 0.36, { rtol: 0.15 });
});

test('rapidities are normal with deviation 0.8 in each direction, decays at rest isotropic', () => {
  const squares = [0, 0, 0];
  const [mean, meanSquare] = [
    [0, 0, 0],
    [0, 0, 0],
  ];
  for (const pair of pairs) {
    const rapidity = rapidityOf(pair);
    const opposite = lorentzElement(
      rapidity.map((value) => -value),
      [0, 0, 0],
    );
    const [energy, ...momentum] = apply(opposite, pair[0]);
    for (const at of [0, 1, 2]) {
      squares[at] += rapidity[at] ** 2 / pairs.length;
      mean[at] += momentum[at] / energy / pairs.length;
      meanSquare[at] += (momentum[at] / energy) ** 2 / pairs.length;
    }
  }
  close(squares, [0.64, 0.64, 0.64], { rtol: 0.1 });
  close(mean, [0, 0, 0], { atol: 0.04 });
  close(meanSquare, [1 / 3, 1 / 3, 1 / 3], { rtol: 0.06 });
});

test.run();
