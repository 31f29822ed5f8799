import { configWith } from '../../config/config-with.js';
import { loadEngine } from '../../engine-choice.js';
import { choosesGenerators } from '../generator-criteria.js';
import type { Finding } from '../outcome.js';
import { chooseLatentDimension } from '../../stages/choose-latent-dimension.js';
import { loadDataset } from '../../stages/load-dataset.js';
import type { Experiment, PresetExperiment, Study } from './experiment.js';
import { smallField } from './small-wave.js';

/** Presets whose states lie on a surface, with settings that make a small version of them. */
const SURFACES: readonly (readonly [preset: string, quick: readonly string[]])[] = [
  ['lotka-volterra', []],
  ['pendulum', []],
  ['reaction-diffusion', smallField],
];

const latentDimension: Study = {
  name: 'latent dimension, chosen by a scan',
  study: 'latent-dimension',
  seeds: 5,
  quickSeeds: 5,
  share: 1,
  run: async ({ quick, random, ...context }) => {
    const { engine } = await loadEngine(context);
    const findings: Finding[] = [];
    for (const [preset, small] of SURFACES) {
      const config = await configWith(preset, quick ? small : []);
      const within = (part: string) => ({ ...context, random: random.split(preset).split(part) });
      const dataset = await loadDataset(config, within('data'));
      const { dimension, clear } = await chooseLatentDimension(
        { dataset, engine },
        within('dimension'),
      );
      const holds = dimension === 2 && clear;
      findings.push({ id: 'K', asks: `${preset}: 2 dimensions`, value: dimension, holds });
    }
    return findings;
  },
};

/** Trainings with more and more generators take minutes each. */
const atFullSize = { quick: [], quickSeeds: 0 } as const;

const generators: readonly PresetExperiment[] = [
  {
    name: 'double bump, number of generators chosen',
    preset: 'double-bump-unknown',
    seeds: 5,
    ...atFullSize,
    share: 0.8,
    criteria: [choosesGenerators(2)],
  },
  {
    name: 'shells of SO(3), number of generators chosen',
    preset: 'shells',
    seeds: 5,
    ...atFullSize,
    share: 0.6,
    criteria: [choosesGenerators(3)],
  },
  {
    name: 'four-momenta of jets, number of generators chosen',
    preset: 'lorentz',
    key: 'lorentz-chosen',
    settings: ['symmetry.generators=auto'],
    seeds: 5,
    ...atFullSize,
    share: 0.6,
    criteria: [choosesGenerators(6)],
  },
];

/** What is chosen for the user: the latent dimension, and how many generators there are. */
export const choices: readonly Experiment[] = [latentDimension, ...generators];
