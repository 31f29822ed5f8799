import type { System } from './system.js';
import { dampedOscillatorSystem } from './systems/damped-oscillator.js';
import { lorenzSystem } from './systems/lorenz.js';
import { lotkaVolterraSystem } from './systems/lotka-volterra.js';
import { pendulumSystem } from './systems/pendulum.js';
import { seirSystem } from './systems/seir.js';
import { selkovSystem } from './systems/selkov.js';
import { threeBodySystem } from './systems/three-body.js';
import { twoBodySystem } from './systems/two-body.js';

/** The systems that come with Noether, by name; {@link simulate} turns one into a data set. */
export const systems: Readonly<Record<string, System>> = Object.freeze(
  Object.fromEntries(
    [
      dampedOscillatorSystem,
      lorenzSystem,
      lotkaVolterraSystem,
      pendulumSystem,
      seirSystem,
      selkovSystem,
      threeBodySystem,
      twoBodySystem,
    ].map((system) => [system.name, system]),
  ),
);
