/** One training step to be timed: the networks of a preset at a batch size. */
export interface StepConfiguration {
  readonly name: string;
  /** Variables of a flat state, [length] of a signal or [height, width] of an image of three colours. */
  readonly extents: readonly number[];
  /** Linear layers alone, or convolutions before them. */
  readonly autoencoder: 'mlp' | 'convolutional';
  /** How the group acts on the latent states of a sample, as `parseRepresentation` reads it. */
  readonly representation: string;
  readonly timesteps: number;
  /** Of the discriminator, and of an autoencoder of linear layers alone. */
  readonly width: number;
  readonly hidden: number;
  readonly batch: number;
  /** What the peer calls it. */
  readonly peer: string;
}

type Networks = Omit<StepConfiguration, 'batch'>;

const learned = { autoencoder: 'mlp', representation: '(2,1,2)', timesteps: 2 } as const;
const published = { ...learned, width: 512, hidden: 5 };
const known = { autoencoder: 'convolutional', timesteps: 1 } as const;

const lotkaVolterra: Networks = {
  ...published,
  name: 'lotka-volterra (published)',
  extents: [2],
  peer: 'lotka-volterra',
};
const pendulum: Networks = {
  ...published,
  name: 'pendulum (published)',
  extents: [2],
  peer: 'pendulum',
};
const reactionDiffusion: Networks = {
  ...published,
  name: 'reaction-diffusion (published)',
  extents: [10_000],
  peer: 'reaction-diffusion',
};
const doubleBump: Networks = {
  ...known,
  name: 'double-bump (published)',
  extents: [64],
  representation: '(1,so2);(1,so2)',
  width: 128,
  hidden: 4,
  peer: 'double-bump',
};
const rotatingObject: Networks = {
  ...known,
  name: 'rotating-object (published)',
  extents: [48, 48],
  representation: '(1,so3)',
  width: 512,
  hidden: 5,
  peer: 'rotating-object',
};

const at = (networks: Networks, batches: readonly number[]): StepConfiguration[] =>
  batches.map((batch) => ({ ...networks, batch }));

/** The default preset, then the published configurations at 64, 256 and their own batch size. */
export const configurations: readonly StepConfiguration[] = [
  {
    ...lotkaVolterra,
    name: 'lotka-volterra (default preset)',
    width: 64,
    hidden: 3,
    batch: 256,
  },
  ...at(lotkaVolterra, [64, 256, 8192]),
  ...at(pendulum, [64, 256]),
  ...at(reactionDiffusion, [64, 256]),
  ...at(doubleBump, [64, 256]),
  ...at(rotatingObject, [64, 256, 2048]),
];
