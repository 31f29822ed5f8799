import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  type Encoder,
  identityEncoder,
  symmetryBasis,
  trajectories,
  type Trajectories,
} from '@noether/contracts';
import { selectEngine } from '@noether/compute';
import { integrate, randomStream } from '@noether/numerics';
import { equationDataOf, fitEquations } from '@noether/sindy';
import { forecastByAll, type ForecastMaterial } from '../../src/stages/forecast-by-all.js';
import { silent, tinyConfig } from '../tiny.js';

/** A rotation that is the faster the larger the circle: no linear equation has it. */
const field = ({ 0: x, 1: y }: ArrayLike<number>, velocity: Float64Array): void => {
  const rate = 1 + x * x + y * y;
  velocity[0] = -rate * y;
  velocity[1] = rate * x;
};

function circles(radii: readonly number[], dimension = 2): Trajectories {
  const times = Float64Array.from({ length: 201 }, (_, row) => row * 0.05);
  const items = radii.map((radius) => {
    const { states } = integrate(field, [radius, 0], times, { method: 'dop853' });
    const velocities = new Float64Array(states.length);
    for (let at = 0; at < states.length; at += 2) {
      field(states.subarray(at, at + 2), velocities.subarray(at, at + 2));
    }
    return { times, states: wide(states, dimension), velocities: wide(velocities, dimension) };
  });
  const names = Array.from({ length: dimension }, (_, at) => `x${at + 1}`);
  const units = names.map(() => '');
  return trajectories({ names, units, items, provenance: { stage: 'test' } });
}

/** Planar rows in a plane of more dimensions: all even columns are x, all odd ones y. */
function wide(states: Float64Array, dimension: number): Float64Array {
  const rows = states.length / 2;
  return Float64Array.from({ length: rows * dimension }, (_, at) => {
    const row = Math.floor(at / dimension);
    return states[2 * row + ((at % dimension) % 2)];
  });
}

const context = () => ({ random: randomStream(1), observe: silent });

/** An encoder to the plane. */
function toPlane(dimension: number): Encoder {
  const pick = (rows: Float64Array): Promise<Float64Array> =>
    Promise.resolve(rows.filter((_, at) => at % dimension < 2));
  return {
    ...identityEncoder(2),
    inputDimension: dimension,
    encode: pick,
    decode: (latent) => Promise.resolve(wide(latent, dimension)),
    latentVelocity: (_, velocities) => pick(velocities),
    toRecord: () => ({ ...identityEncoder(2).toRecord(), architecture: 'plane' }),
  };
}

async function material(dimension: number): Promise<ForecastMaterial> {
  const train = circles([0.2, 0.5, 0.8, 1.1], dimension);
  const { equations: options, forecast: settings } = tinyConfig({ equations: { degree: 1 } });
  const planar = circles([0.2, 0.5, 0.8, 1.1]);
  const equations = fitEquations(equationDataOf(planar), { degree: 1 }, context());
  // As if trained: the rotation with a little stretching in it.
  const generators = [Float64Array.of(0.02, -3, 3.01, -0.01)];
  const centre = new Float64Array(2);
  return {
    encoder: toPlane(dimension),
    equations,
    basis: symmetryBasis({ dimension: 2, generators, centre, provenance: { stage: 'test' } }),
    dataset: { train, validation: circles([0.6], dimension) },
    test: circles([0.4, 0.9], dimension),
    options,
    settings,
    engine: await selectEngine(),
  };
}

const worst = (errors: ArrayLike<number>): number => Math.max(...Array.from(errors));

test('the symmetry lets latent equations bend without other terms; SINDy finds them in the open', async () => {
  const forecast = await forecastByAll(await material(2), context);
  assert.ok(worst(forecast.nrmse) > 0.5, 'a linear equation has one frequency for all circles');
  assert.ok(worst(forecast.baselines['equivariant'].nrmse) < 1e-4);
  assert.ok(worst(forecast.baselines['sindy'].nrmse) < 1e-4);
  assert.is(forecast.modes, undefined);
  const { sindy, equivariant, persistence } = forecast.baselines;
  assert.match(sindy.equations?.[0] ?? '', /^dx1\/dt = .*x1\^2 x2/);
  assert.match(equivariant.equations?.[1] ?? '', /^dz2\/dt = .*z1\^3/);
  assert.is(persistence.equations, undefined);
  assert.not.ok('neural-ode' in forecast.baselines);
});

test('data of many variables are forecast in principal coordinates', async () => {
  const { settings, ...rest } = await material(200);
  const forecast = await forecastByAll({ ...rest, settings }, context);
  assert.is(forecast.modes, 2);
  assert.ok(worst(forecast.baselines['sindy'].nrmse) < 1e-3);
  assert.match(forecast.baselines['sindy'].equations?.[0] ?? '', /^da1\/dt = /);
  assert.ok(worst(forecast.baselines['dmd'].nrmse) > 0.5);
  assert.ok(worst(forecast.baselines['map'].nrmse) > 0.1);
});

test('a neural ODE is trained when it is asked for', async () => {
  const found = await material(2);
  const settings = { ...found.settings, neuralOde: true };
  const { baselines } = await forecastByAll({ ...found, settings }, context);
  assert.ok(baselines['neural-ode'].validTime > baselines['persistence'].validTime);
});

test('without an encoder the forecast is that of SINDy alone', async () => {
  const found = await material(2);
  const { baselines } = await forecastByAll({ ...found, encoder: identityEncoder(2) }, context);
  assert.not.ok('sindy' in baselines);
  assert.ok('equivariant' in baselines);
});

test.run();
