import {
  invalidArgument,
  trajectories,
  type Context,
  type RandomStream,
  type Trajectories,
  type Trajectory,
  type VectorField,
} from '@noether/contracts';
import type { Dataset } from './dataset.js';
import { drawInitialState } from './draw-initial-state.js';
import { evenTimes } from './even-times.js';
import { positiveInteger } from './positive-integer.js';
import type { SimulationOptions, System } from './system.js';

type Settings = Required<SimulationOptions>;
type Part = 'train' | 'validation' | 'test';

/**
 * Simulates a system into a data set with exact velocities from its field. Trajectory n of a part
 * depends on the random stream, the part and n only: asking for more trajectories of one part
 * changes no other trajectory. Every step is stored, so `interval` always counts integration steps;
 * thin the training samples with the `stride` of {@link windows}, which keeps each of them exact.
 * @throws NoetherError when an option is out of range or no initial state has such an energy
 */
export function simulate(system: System, options: SimulationOptions, context: Context): Dataset {
  const settings = checked({ ...system.defaults, ...options });
  const times = evenTimes(settings.steps, settings.step);
  const total = settings.train + settings.validation + settings.test;
  let done = 0;
  const part = (name: Part): Trajectories => {
    const random = context.random.split(name);
    const sigma = name === 'test' ? 0 : settings.noise;
    const items = Array.from({ length: settings[name] }, (_, index) => {
      context.signal?.throwIfAborted();
      const item = simulateOne(system, settings, times, random.split(index));
      done += 1;
      context.observe({ kind: 'progress', stage: 'data', done, total, unit: 'trajectory' });
      return sigma > 0 ? withNoise(item, sigma, random.split(index).split('noise')) : item;
    });
    const { names, units } = system;
    const provenance = { stage: 'data', options: { system: system.name, part: name, ...settings } };
    return trajectories({ names, units, items, provenance });
  };
  return Object.freeze({
    name: system.name,
    train: part('train'),
    validation: part('validation'),
    test: part('test'),
    ...(system.invariant && { invariant: system.invariant }),
    field: system.field,
    interval: settings.interval,
  });
}

function simulateOne(
  system: System,
  { step, steps, energyRange }: Settings,
  times: Float64Array,
  random: RandomStream,
): Trajectory {
  const initial = drawInitialState(system, energyRange, random.split('initial state'));
  const states = system.integrate(initial, step, steps);
  return { times, states, velocities: velocitiesOf(system.field, states, initial.length) };
}

function velocitiesOf(field: VectorField, states: Float64Array, dimension: number): Float64Array {
  const velocities = new Float64Array(states.length);
  const state = new Float64Array(dimension);
  const velocity = new Float64Array(dimension);
  for (let offset = 0; offset < states.length; offset += dimension) {
    for (let column = 0; column < dimension; column++) state[column] = states[offset + column];
    field(state, velocity);
    for (let column = 0; column < dimension; column++) {
      velocities[offset + column] = velocity[column];
    }
  }
  return velocities;
}

function withNoise(item: Trajectory, sigma: number, random: RandomStream): Trajectory {
  return { ...item, states: item.states.map((value) => value + sigma * random.normal()) };
}

function checked(settings: Settings): Settings {
  for (const name of ['train', 'validation', 'test', 'interval'] as const) {
    positiveInteger(name, settings[name]);
  }
  if (positiveInteger('steps', settings.steps) < 2) {
    throw invalidArgument('steps', settings.steps, 'a trajectory needs at least 2 states');
  }
  if (!(settings.step > 0 && settings.step < Infinity)) {
    throw invalidArgument('step', settings.step, 'it must be a positive time');
  }
  if (!(settings.noise >= 0 && settings.noise < Infinity)) {
    throw invalidArgument('noise', settings.noise, 'a standard deviation is 0 or positive');
  }
  const [lowest, highest] = settings.energyRange;
  if (!(lowest < highest)) {
    const wanted = 'it must be [lowest, highest] with lowest < highest';
    throw invalidArgument('energyRange', settings.energyRange, wanted);
  }
  return settings;
}
