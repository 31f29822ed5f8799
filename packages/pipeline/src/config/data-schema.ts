import { z } from 'zod';
import type { PipelineConfig, SampledData, SimulatedData } from './pipeline-config.js';

export const positiveInteger: z.ZodType<number> = z.int().positive();
export const positive: z.ZodType<number> = z.number().positive();
/** Copies of a number between 0 and 1. */
export const share: z.ZodType<number> = z.number().min(0).max(1);

const SYSTEMS = [
  'damped-oscillator',
  'lorenz',
  'lotka-volterra',
  'pendulum',
  'seir',
  'selkov',
  'three-body',
  'two-body',
] as const satisfies readonly SimulatedData['system'][];

const simulated = z.strictObject({
  system: z.enum(SYSTEMS).describe('The system to simulate.'),
  train: positiveInteger.exactOptional().describe('Trajectories to learn from.'),
  validation: positiveInteger.exactOptional(),
  test: positiveInteger.exactOptional(),
  step: positive.exactOptional().describe('Time between two stored states.'),
  steps: z.int().min(2).exactOptional().describe('Stored states of a trajectory.'),
  energyRange: z.tuple([z.number(), z.number()]).exactOptional(),
  noise: z.number().min(0).exactOptional().describe('Standard deviation on the states.'),
});

const field = z.strictObject({
  system: z.enum(['reaction-diffusion']).describe('The field to simulate.'),
  size: z.int().min(4).exactOptional().describe('Grid points along each side.'),
  every: positiveInteger.exactOptional().describe('Every so many of them are kept; default 1.'),
  frames: z.int().min(10).exactOptional().describe('Frames, cut in time 80 : 10 : 10.'),
  step: positive.exactOptional().describe('Time between two frames.'),
  noise: z.number().min(0).exactOptional(),
});

const SOURCES = [
  'clusters',
  'discrete-rotation',
  'double-bump',
  'shells',
] as const satisfies readonly SampledData['system'][];

const sampled = z.strictObject({
  system: z.enum(SOURCES).describe('The distribution to draw single states from.'),
  train: positiveInteger.exactOptional().describe('States to learn from.'),
  validation: positiveInteger.exactOptional(),
  test: positiveInteger.exactOptional(),
  noise: z.number().min(0).exactOptional().describe('Standard deviation on the states.'),
});

const jets = z.strictObject({
  system: z.enum(['jets']).describe('Jets: generated pairs of four-momenta, or those of a file.'),
  file: z
    .string()
    .min(1)
    .exactOptional()
    .describe('train.h5 of the top-tagging reference set, relative to this file.'),
  constituents: positiveInteger
    .exactOptional()
    .describe('Leading constituents of a recorded jet; default 2.'),
  unit: positive.exactOptional().describe('GeV that become 1 in recorded jets; default 100.'),
  train: positiveInteger.exactOptional().describe('Jets to learn from.'),
  validation: positiveInteger.exactOptional(),
  test: positiveInteger.exactOptional(),
  noise: z.number().min(0).exactOptional().describe('Standard deviation on the states.'),
});

const object = z.strictObject({
  system: z.enum(['rotating-object']).describe('Pictures of a turning object.'),
  object: z
    .string()
    .regex(/^(bookshelf|chair|.*\.off)$/i, 'must be "bookshelf", "chair" or an .off file')
    .default('bookshelf')
    .describe('bookshelf, chair, or an .off file, relative to this file.'),
  pixels: positiveInteger.exactOptional().describe('Pixels along each side; default 48.'),
  actions: positiveInteger
    .exactOptional()
    .describe('Orientations in a sample, small turns apart; as many as windows.timesteps.'),
  train: positiveInteger.exactOptional().describe('Samples to learn from.'),
  validation: positiveInteger.exactOptional(),
  test: positiveInteger.exactOptional(),
  noise: z.number().min(0).exactOptional(),
});

const recorded = z.strictObject({
  file: z
    .string()
    .min(1)
    .describe('A .csv, .tsv, .txt, .npy, .h5 or .hdf5 file, relative to this file.'),
  dt: positive.exactOptional().describe('Time between rows of a file without times.'),
  names: z.array(z.string()).exactOptional(),
  units: z.array(z.string()).exactOptional(),
  dataset: z.string().min(1).exactOptional().describe('Path of the dataset in an HDF5 file.'),
  time: z.string().exactOptional().describe('Name of the time column.'),
  trajectory: z.string().exactOptional().describe('Name of the trajectory column.'),
  delimiter: z.string().length(1).exactOptional(),
  inMemory: positiveInteger
    .exactOptional()
    .describe(
      'Rows of each part held in memory; samples are read from the .npy file. Default: all.',
    ),
  split: z.enum(['trajectories', 'time']).exactOptional(),
  fractions: z.strictObject({ train: share, validation: share, test: share }).exactOptional(),
});

/** Section `data`. */
export const dataSchema: z.ZodType<PipelineConfig['data']> = z.union([
  z.discriminatedUnion('system', [simulated, field, sampled, jets, object]),
  recorded,
]);
