import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ProgressEvent } from '@noether/contracts';
import { selectEngine } from '@noether/compute';
import { chooseDimension, scanDimensions, type ScannedDimension } from '@noether/autoencoder';
import { randomStream } from '@noether/numerics';

const VARIABLES = 8;
const engine = await selectEngine();

/** Points on a curve, a circle or a sphere in eight variables, by sines of random combinations. */
function points(shape: 'curve' | 'circle' | 'sphere', count: number, seed: number): Float64Array {
  const random = randomStream(seed);
  const rows = Array.from({ length: count }, () => {
    const x = shape === 'curve' ? [2 * random.uniform() - 1] : [];
    while (x.length < { curve: 1, circle: 2, sphere: 3 }[shape]) x.push(random.normal());
    const length = shape === 'curve' ? 1 : Math.hypot(...x);
    return lifted(x.map((value) => value / length));
  });
  return Float64Array.from(rows.flat());
}

function lifted(x: readonly number[]): number[] {
  const weights = randomStream(9);
  return Array.from({ length: VARIABLES }, () => {
    const sum = x.reduce((total, value) => total + weights.normal() * value, 0);
    return Math.sin(sum + weights.uniform());
  });
}

const data = (shape: 'curve' | 'circle' | 'sphere') => ({
  states: points(shape, 1500, 1),
  heldOut: points(shape, 400, 2),
  variables: VARIABLES,
  engine,
});

test('curve, circle and sphere need one, two and three dimensions; components need more', async () => {
  const settings = { largest: 4, restarts: 2, steps: 500 };
  for (const [shape, dimension] of [
    ['curve', 1],
    ['circle', 2],
    ['sphere', 3],
  ] as const) {
    const context = { random: randomStream(4), observe: () => undefined };
    const scan = await scanDimensions(data(shape), settings, context);
    const found = chooseDimension(scan);
    assert.equal([found.dimension, found.clear], [dimension, true], `${shape}: ${found.reason}`);
    const row = scan.rows[dimension - 1];
    assert.ok(row.linearError > 5 * row.error, 'the shape is curved');
    assert.ok(row.rank > 0.6 * dimension && row.rank < dimension + 1e-9);
  }
});

test('a linear subspace is found by its components; noise is left', async () => {
  const random = randomStream(3);
  const mixed = (count: number): Float64Array =>
    Float64Array.from(
      Array.from({ length: count }, () => {
        const [a, b] = [random.normal(), random.normal()];
        return [a, b, a + b, a - b, 0.01 * random.normal()];
      }).flat(),
    );
  const subspace = { states: mixed(600), heldOut: mixed(200), variables: 5, engine };
  const context = { random, observe: () => undefined };
  const scan = await scanDimensions(subspace, { largest: 3, restarts: 1, steps: 50 }, context);
  assert.is(chooseDimension(scan).dimension, 2);
  assert.ok(scan.rows[1].error <= scan.rows[1].linearError);
  assert.ok(scan.rows[1].linearError < 1e-4);
});

test('an interrupted scan goes on to the same numbers, and progress ends at its total', async () => {
  const settings = { largest: 3, restarts: 1, steps: 60 };
  const kept: ScannedDimension[][] = [];
  const events: ProgressEvent[] = [];
  const run = (known: readonly ScannedDimension[]) =>
    scanDimensions(
      {
        ...data('sphere'),
        known,
        onDimension: (rows) => {
          kept.push([...rows]);
          return Promise.resolve();
        },
      },
      settings,
      { random: randomStream(5), observe: (event) => events.push(event) },
    );
  const whole = await run([]);
  assert.is(kept.length, 3);
  assert.equal(await run(kept[0]), whole);
  const last = events.at(-1);
  assert.ok(last?.kind === 'progress' && last.done === last.total && last.total === 180);
  const abort = AbortSignal.abort();
  const context = { random: randomStream(5), observe: () => undefined, signal: abort };
  let stopped = false;
  await scanDimensions(data('curve'), settings, context).catch(() => (stopped = true));
  assert.ok(stopped);
});

test('faulty arguments are named', async () => {
  const context = { random: randomStream(1), observe: () => undefined };
  const fails = async (changes: object, options: object, message: RegExp): Promise<void> => {
    const error: unknown = await scanDimensions(
      { ...data('curve'), ...changes },
      options,
      context,
    ).catch((cause: unknown) => cause);
    assert.match((error as Error).message, message);
  };
  await fails(
    { heldOut: new Float64Array(80) },
    {},
    /^heldOut has 10 rows of 8 to measure errors on\. Give at least 100, or choose/,
  );
  await fails({ states: new Float64Array(792) }, {}, /^states has 99 rows of 8 to learn from\./);
  await fails({ states: new Float64Array(801) }, {}, /array of 801 values; give whole rows of 8/);
  await fails({}, { steps: 0 }, /steps is 0; it must be a positive whole number/);
  await fails({ states: new Float64Array(8000) }, {}, /states is 0; all of them are the same/);
  const row = { dimension: 2, error: 1, worst: 1, linearError: 1, rank: 1 };
  await fails({ known: [row] }, {}, /known is .*; the rows must be of the dimensions 1, 2/);
});

test.run();
