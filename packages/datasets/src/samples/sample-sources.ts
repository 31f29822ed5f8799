import { clusters } from './clusters.js';
import { discreteRotation } from './discrete-rotation.js';
import { doubleBump } from './double-bump.js';
import { jets } from './jets.js';
import { shells } from './shells.js';
import type { SampleSource } from './sample-source.js';

/** The distributions of single states that come with Noether, by name; drawSamples draws from one. */
export const sampleSources: Readonly<Record<string, SampleSource>> = Object.freeze(
  Object.fromEntries(
    [clusters, discreteRotation, doubleBump, jets, shells].map((source) => [source.name, source]),
  ),
);
