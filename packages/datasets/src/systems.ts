import type { System } from './system.js';
import { lotkaVolterraSystem } from './systems/lotka-volterra.js';
import { pendulumSystem } from './systems/pendulum.js';

/** The systems that come with Noether, by name; {@link simulate} turns one into a data set. */
export const systems: Readonly<Record<string, System>> = Object.freeze({
  [lotkaVolterraSystem.name]: lotkaVolterraSystem,
  [pendulumSystem.name]: pendulumSystem,
});
