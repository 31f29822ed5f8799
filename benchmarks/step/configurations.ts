/** One training step to be timed: the networks of a preset at a batch size. */
export interface StepConfiguration {
  readonly name: string;
  /** Variables of the data. */
  readonly inputDimension: number;
  readonly width: number;
  readonly hidden: number;
  readonly latentDimension: number;
  readonly timesteps: number;
  readonly batch: number;
  /** What the peer calls it. */
  readonly peer: string;
}

const plane = { latentDimension: 2, timesteps: 2 };
const published = { ...plane, width: 512, hidden: 5 };

/** The default presets, then the published configurations at 64, 256 and their own batch size. */
export const configurations: readonly StepConfiguration[] = [
  {
    ...plane,
    name: 'lotka-volterra (default preset)',
    inputDimension: 2,
    width: 64,
    hidden: 3,
    batch: 256,
    peer: 'lotka-volterra',
  },
  ...[64, 256, 8192].map((batch) => ({
    ...published,
    name: 'lotka-volterra (published)',
    inputDimension: 2,
    batch,
    peer: 'lotka-volterra',
  })),
  ...[64, 256].map((batch) => ({
    ...published,
    name: 'pendulum (published)',
    inputDimension: 2,
    batch,
    peer: 'pendulum',
  })),
  ...[64, 256].map((batch) => ({
    ...published,
    name: 'reaction-diffusion (published)',
    inputDimension: 10_000,
    batch,
    peer: 'reaction-diffusion',
  })),
];
