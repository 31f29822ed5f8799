import { configWith } from '../../config/config-with.js';
import { loadConfig } from '../../config/load-config.js';
import { withLatentDimension } from '../../config/settled-config.js';
import { loadEngine } from '../../engine-choice.js';
import { loadDataset } from '../../stages/load-dataset.js';
import { exponentialErrors } from '../foundations/exponential-errors.js';
import { orthonormalityInTraining } from '../foundations/orthonormality.js';
import { predatorMinimum, predatorPeriod } from '../foundations/predator-periods.js';
import { spiralFacts } from '../foundations/spiral-facts.js';
import type { Finding } from '../outcome.js';
import type { Study, StudyContext } from './experiment.js';

const once = { quickSeeds: 1, share: 1 } as const;

/** A number that must not be more than `most`. */
const atMost = (id: string, asks: string, value: number, most: number): Finding => ({
  id,
  asks: `${asks} ≤ ${most < 1e-3 ? most.toExponential() : most}`,
  value,
  holds: value <= most,
});

/** A number that is known up to `tolerance`. */
const near = (asks: string, value: number, known: number, tolerance: number): Finding => ({
  id: 'A3',
  asks: `${asks} = ${known} ± ${tolerance}`,
  value,
  holds: Math.abs(value - known) <= tolerance,
});

const exponential: Study = {
  name: 'the exponential of the training step',
  study: 'exponential',
  seeds: 5,
  ...once,
  run: async ({ random, ...choice }) => {
    const { engine } = await loadEngine(choice);
    const findings: Finding[] = [];
    for (const size of [2, 4, 8]) {
      const errors = await exponentialErrors(size, engine, random.split(size));
      findings.push(atMost('A1', `${size} × ${size}, relative error`, errors.value, 1e-5));
      findings.push(
        atMost('A1', `${size} × ${size}, error of the gradient`, errors.gradient, 1e-3),
      );
    }
    return findings;
  },
};

const orthonormality: Study = {
  name: 'orthonormal rows of the encoder’s last layer, Lotka–Volterra',
  study: 'orthonormality',
  seeds: 5,
  quickSeeds: 5,
  share: 1,
  run: async ({ quick, ...context }) => {
    const { engine } = await loadEngine(context);
    const settings = quick ? ['symmetry.epochs=4', 'windows.stride=150'] : [];
    const config = await configWith('lotka-volterra', settings);
    const settled = withLatentDimension(config, 2);
    const residuals = await orthonormalityInTraining(settled, engine, context);
    const asks = `|W Wᵀ − I| after each of ${residuals.length} epochs`;
    return [atMost('A2', asks, Math.max(...residuals), 1e-5)];
  },
};

const dataFacts: Study = {
  name: 'facts about the simulated data',
  study: 'data-facts',
  seeds: 1,
  ...once,
  run: async (context) => [
    near('Lotka–Volterra, least H', predatorMinimum(), 2.1288, 5e-5),
    near('Lotka–Volterra, period at H = 3', predatorPeriod(3), 9.15, 0.01),
    near('Lotka–Volterra, period at H = 4', predatorPeriod(4), 10.9, 0.01),
    near('Lotka–Volterra, period at H = 4.5', predatorPeriod(4.5), 11.79, 0.01),
    ...(await pendulumFacts(context)),
    ...(await waveFacts(context)),
  ],
};

async function pendulumFacts(context: StudyContext): Promise<Finding[]> {
  const { train, invariant } = await loadDataset(await loadConfig('pendulum'), context);
  let [angle, energy] = [0, -Infinity];
  for (const { states } of train.items) {
    for (let at = 0; at < states.length; at += 2) {
      angle = Math.max(angle, Math.abs(states[at]));
      energy = Math.max(energy, invariant?.evaluate(states.subarray(at, at + 2)) ?? NaN);
    }
  }
  return [
    atMost('A3', 'pendulum, largest energy (1 and more go over the top)', energy, 0.991),
    atMost('A3', 'pendulum, largest |θ|', angle, 3.1415),
  ];
}

async function waveFacts({ quick, ...context }: StudyContext): Promise<Finding[]> {
  const settings = quick ? ['data.size=48', 'data.frames=4000', 'data.noise=0'] : ['data.noise=0'];
  const config = await configWith('reaction-diffusion', settings);
  const { train } = await loadDataset(config, context);
  const { twoModes, frequency } = spiralFacts(train.items[0]);
  return [
    near('reaction–diffusion, frequency', frequency, 0.908, 0.005),
    near('reaction–diffusion, share of two modes', twoModes, 0.986, 0.002),
  ];
}

/** What the experiments stand on, as numbers. */
export const foundations: readonly Study[] = [exponential, orthonormality, dataFacts];
