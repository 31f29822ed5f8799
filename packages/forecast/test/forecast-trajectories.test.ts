import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  type Encoder,
  type Forecast,
  type Trajectories,
  identityEncoder,
  trajectories,
} from '@noether/contracts';
import { close } from '@noether/testkit';
import { forecastTrajectories } from '../src/forecast-trajectories.js';
import { type Field, spiral, spiralPaths } from './spiral.js';
import { testContext } from './test-context.js';

const unseen = spiralPaths(0.05, 1.3, [400, 300, 350], 0.05);
const train = spiralPaths(0.05, 1.3, [200, 200], 0.05);
const identity = identityEncoder(2);

/** x = 3z + 1, with an error of `fault` in what is decoded. */
function affineEncoder(fault: number): Encoder {
  return {
    ...identity,
    encode: (states) => Promise.resolve(states.map((value) => (value - 1) / 3)),
    decode: (latent) => Promise.resolve(latent.map((value) => 3 * value + 1 + fault)),
  };
}

function shifted(source: Trajectories): Trajectories {
  const items = source.items.map(({ times, states }) => ({
    times,
    states: states.map((v) => 3 * v + 1),
  }));
  return trajectories({
    names: source.names,
    units: source.units,
    items,
    provenance: { stage: 'test' },
  });
}

test('the exact equation forecasts all common times, DMD is exact on linear data', async () => {
  const input = { encoder: identity, equations: spiral(0.05, 1.3), test: unseen, train };
  const forecast = await forecastTrajectories(input, {}, testContext());
  assert.is(forecast.times.length, 300);
  close(forecast.times.slice(0, 3), [0, 0.05, 0.1], { atol: 1e-15 });
  assert.ok(Math.max(...forecast.nrmse) < 1e-6);
  assert.ok(Math.max(...forecast.baselines.dmd.nrmse) < 1e-6);
  assert.ok(Math.max(...forecast.baselines.persistence.nrmse) > 1);
  assert.equal(Array.from(forecast.floor.nrmse), new Array(300).fill(0));
  assert.is(forecast.validTime, forecast.times[299]);
  assert.ok(forecast.baselines.persistence.validTime < 0.6);
  assert.equal(
    forecast.items.map((item) => item.status),
    ['complete', 'complete', 'complete'],
  );
  assert.is(forecast.items[0].predicted.length, 600);
});

test('only the first state is encoded, the path is decoded, the floor is the decoder’s fault', async () => {
  const input = {
    encoder: affineEncoder(0.06),
    equations: spiral(0.05, 1.3),
    test: shifted(unseen),
    train: shifted(train),
  };
  const forecast = await forecastTrajectories(input, {}, testContext());
  const [{ truth, predicted, latent }] = forecast.items;
  close(latent, unseen.items[0].states.slice(0, 600), { atol: 1e-6 });
  close(
    predicted,
    truth.map((value) => value + 0.06),
    { atol: 1e-6 },
  );
  close(forecast.nrmse, forecast.floor.nrmse, { atol: 1e-6 });
  assert.ok(forecast.floor.nrmse[0] > 0.01);
  assert.ok(Math.max(...forecast.floor.nrmse) - Math.min(...forecast.floor.nrmse) < 1e-12);
});

test('a wrong rotation rate is valid until its phase error passes the threshold', async () => {
  const circles = spiralPaths(0, 1, [629], 0.01 * 2);
  const input = { encoder: identity, equations: spiral(0, 1.05), test: circles, train: circles };
  const { validTime, validTimes, nrmse, times } = await forecastTrajectories(
    input,
    { threshold: 0.3, every: 1 },
    testContext(),
  );
  close(
    nrmse,
    times.map((time) => 2 * Math.sin(0.025 * time)),
    { atol: 1e-3 },
  );
  assert.is(validTimes.length, 1);
  close([validTime], [2 * 20 * Math.asin(0.15)], { atol: 0.05 });
});

test('the valid time is the median of the trajectories’ own valid times', async () => {
  const circles = spiralPaths(0, 1, [600, 600, 600], 0.05);
  const input = { encoder: identity, equations: spiral(0, 1.1), test: circles, train: circles };
  const { validTime, validTimes } = await forecastTrajectories(input, { every: 2 }, testContext());
  const sigma = Math.sqrt((1 + 4 + 9) / 6);
  const expected = [1, 2, 3].map((radius) => 20 * Math.asin((0.4 * sigma) / (Math.SQRT2 * radius)));
  close(validTimes, expected, { atol: 0.3 });
  assert.ok(validTimes[0] > validTimes[1] && validTimes[1] > validTimes[2]);
  assert.is(validTime, validTimes[1]);
});

test('every and horizon choose the times', async () => {
  const input = { encoder: identity, equations: spiral(0.05, 1.3), test: unseen, train };
  const some = await forecastTrajectories(input, { every: 10, horizon: 4 }, testContext());
  close(some.times, [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4], { atol: 1e-12 });
  assert.ok(Math.max(...some.nrmse, ...some.baselines.dmd.nrmse) < 1e-6);
  const of = (rows: number): Promise<Forecast> => {
    const long = spiralPaths(0.001, 1.3, [rows], 0.01);
    const spirals = { ...input, equations: spiral(0.001, 1.3), test: long, train: long };
    return forecastTrajectories(spirals, {}, testContext());
  };
  assert.is((await of(1001)).times.length, 1001, 'all rows');
  assert.is((await of(1002)).times.length, 334, 'every third');
  const thinned = await of(5000);
  assert.is(thinned.times.length, 455);
  assert.ok(Math.max(...thinned.nrmse) < 1e-6);
});

test('a model that diverges gets the status and keeps finite numbers', async () => {
  const explosive: Field = {
    variables: ['z1', 'z2'],
    evaluate: (state, velocity) => {
      velocity[0] = state[0] ** 2 + state[1] ** 2;
      velocity[1] = 0;
    },
  };
  const context = testContext();
  const forecast = await forecastTrajectories(
    { encoder: identity, equations: explosive, test: unseen, train },
    {},
    context,
  );
  assert.equal(
    forecast.items.map((item) => item.status),
    ['diverged', 'diverged', 'diverged'],
  );
  assert.ok(forecast.items.every((item) => item.predicted.every(Number.isFinite)));
  assert.ok(forecast.nrmse.every(Number.isFinite));
  assert.match(context.told[0], /^warning: 3 of 3 forecasts diverged; the first: /);
});

test('a decoder that leaves all bounds is divergence too', async () => {
  const encoder: Encoder = {
    ...identity,
    decode: (latent) => Promise.resolve(latent.map((value, at) => (at === 20 ? Infinity : value))),
  };
  const forecast = await forecastTrajectories(
    { encoder, equations: spiral(0.05, 1.3), test: unseen, train },
    {},
    testContext(),
  );
  const { status, predicted } = forecast.items[0];
  assert.is(status, 'diverged');
  assert.equal(Array.from(predicted.slice(20, 22)), Array.from(predicted.slice(18, 20)));
  assert.equal(Array.from(predicted.slice(598)), Array.from(predicted.slice(18, 20)));
});

test('dmd is left out with a note where the spacing differs', async () => {
  const other = spiralPaths(0.05, 1.3, [200], 0.04);
  const context = testContext();
  const input = { encoder: identity, equations: spiral(0.05, 1.3), test: unseen, train: other };
  const forecast = await forecastTrajectories(input, {}, context);
  assert.equal(Object.keys(forecast.baselines), ['persistence']);
  assert.match(context.told[0], /note: no dmd baseline: .* different intervals/);
});

test('bad input is named', async () => {
  const input = { encoder: identity, equations: spiral(0.05, 1.3), test: unseen, train };
  const message = async (part: object, options = {}): Promise<string> => {
    try {
      await forecastTrajectories({ ...input, ...part }, options, testContext());
    } catch (error) {
      return (error as Error).message;
    }
    return 'nothing thrown';
  };
  assert.match(
    await message({ encoder: identityEncoder(3) }),
    /encoder.inputDimension is 3; test has 2/,
  );
  assert.match(
    await message({ equations: { ...spiral(0, 1), variables: ['z'] } }),
    /latent space has 2/,
  );
  assert.match(await message({}, { threshold: 0 }), /threshold is 0; give a number above 0/);
  assert.match(
    await message({}, { every: 0 }),
    /every is 0; give a whole number of rows, 1 to 299/,
  );
  assert.match(
    await message({}, { horizon: 0.01 }),
    /horizon is 0.01; it ends before the second row/,
  );
  const [first] = unseen.items;
  const mixed = { ...unseen, items: [first, spiralPaths(0, 1, [400], 0.06).items[0]] };
  assert.match(await message({ test: mixed }), /Trajectory 1, row 1 is 0.06 after its start/);
});

test.run();
