import { createHash } from 'node:crypto';
import { invalidArgument, type Context } from '@noether/contracts';
import {
  datasetFromFile,
  datasetFromTrajectories,
  drawSamples,
  objects,
  reactionDiffusion,
  readOff,
  readTrajectories,
  recordedJets,
  rotatingObject,
  sampleSources,
  simulate,
  smallTurns,
  systems,
  type Dataset,
} from '@noether/datasets';
import type {
  JetsData,
  ObjectData,
  PipelineConfig,
  RecordedData,
} from '../config/pipeline-config.js';

/**
 * Simulates or reads the data of a configuration.
 * @throws NoetherError of the datasets package: missing or faulty file, NaN, too little data
 */
export async function loadDataset(
  { name, data, windows }: PipelineConfig,
  context: Context,
): Promise<Dataset> {
  const interval = windows.interval !== undefined && { interval: windows.interval };
  if (!('system' in data)) return recorded(name, data, windows.interval ?? 1, context);
  const { system, ...options } = data;
  if (system === 'reaction-diffusion')
    return reactionDiffusion({ ...options, ...interval }, context);
  if (data.system === 'rotating-object') return pictures(data, context);
  if (data.system === 'jets') return jets(data, context);
  if (Object.hasOwn(sampleSources, system)) {
    return drawSamples(sampleSources[system], options, context);
  }
  return simulate(systems[system], { ...options, ...interval }, context);
}

/** @throws NoetherError when an option of recorded jets is set for generated ones */
async function jets(
  { system, file, constituents, unit, ...options }: JetsData,
  context: Context,
): Promise<Dataset> {
  const own = {
    ...(constituents !== undefined && { constituents }),
    ...(unit !== undefined && { unit }),
  };
  if (file !== undefined) return recordedJets(file, { ...options, ...own }, context);
  const [option] = Object.keys(own);
  if (option !== undefined) {
    throw invalidArgument(`data.${option}`, constituents ?? unit, 'it needs data.file');
  }
  return drawSamples(sampleSources[system], options, context);
}

async function pictures(
  { object = 'bookshelf', pixels = 48, actions, ...options }: ObjectData,
  context: Context,
): Promise<Dataset> {
  const mesh = object in objects ? objects[object as keyof typeof objects] : await readOff(object);
  const turns = actions !== undefined && {
    actions: smallTurns(actions, context.random.split('actions')),
  };
  return drawSamples(rotatingObject(mesh, { pixels, ...turns }), options, context);
}

async function recorded(
  name: string,
  data: RecordedData,
  interval: number,
  context: Context,
): Promise<Dataset> {
  if (data.inMemory !== undefined) return streamed(name, data, data.inMemory, interval);
  const { file, split, fractions, ...options } = data;
  const recording = await readTrajectories(file, { ...options, gaps: 'refuse' });
  return datasetFromTrajectories(
    recording,
    { name, interval, ...(split && { split }), ...(fractions && { fractions }) },
    context,
  );
}

/** @throws NoetherError when an option only suits files that are read whole */
function streamed(
  name: string,
  { file, dt, names, units, fractions, ...others }: RecordedData,
  inMemory: number,
  interval: number,
): Promise<Dataset> {
  if (!/\.npy$/i.test(file))
    throw invalidArgument('data.inMemory', inMemory, 'it needs a .npy file');
  if (dt === undefined) {
    throw invalidArgument('data.dt', dt, 'a .npy file needs the time between rows');
  }
  if (others.split === 'trajectories') {
    throw invalidArgument('data.split', others.split, 'with inMemory a recording is cut in time');
  }
  const own = {
    ...(names && { names }),
    ...(units && { units }),
    ...(fractions && { fractions }),
  };
  return datasetFromFile(file, { name, dt, inMemory, interval, ...own });
}

/** Whether the states belong to a motion, so that equations and a forecast can be asked for. */
export function hasMotion({ train, still }: Pick<Dataset, 'train' | 'still'>): boolean {
  return !still && train.items.some(({ times }) => times.length > 1);
}

/** SHA-256 of all states, hexadecimal. */
export function hashOf({ train, validation, test, source }: Dataset): string {
  const hash = createHash('sha256');
  if (source) hash.update(source.digest);
  for (const part of [train, validation, test]) {
    for (const { states } of part.items) hash.update(states);
  }
  return hash.digest('hex');
}
