import { nearestDistances, randomStream } from '@noether/numerics';
import { act, drawElements } from '@noether/symmetry-gan';
import { loadEngine, type EngineChoice } from '../engine-choice.js';
import { readEncoder } from '../folder/encoder-file.js';
import { runFiles } from '../folder/run-files.js';
import { readSymmetry } from '../folder/symmetry-file.js';
import { readClaim } from '../folder/run-state.js';
import { loadDataset } from '../stages/load-dataset.js';
import { evenRows } from '../stages/even-rows.js';
import type { Finding } from './outcome.js';

/** Test frames that are moved. */
const FRAMES = 100;
const MOST = 0.015;

/**
 * How far decoded, transformed test frames ψ(g·φ(x)), w ~ N(0, 1), are from the orbit of the data: the mean
 * over frames of the least |ψ(g·φ(x)) − y|² over all test frames y, over the mean square of a frame.
 */
export async function orbitDistance(folder: string, choice: EngineChoice): Promise<Finding[]> {
  const asks = `moved frames lie on the orbit, squared distance ≤ ${MOST}`;
  const files = runFiles(folder);
  const basis = await readSymmetry(files);
  if (!basis) return [{ id: 'B13', asks, value: null, holds: false }];
  const { config, state } = await readClaim(files);
  const { engine } = await loadEngine(choice);
  const random = randomStream(state.seed);
  const context = { random: random.split('data'), observe: () => undefined };
  const { test } = await loadDataset(config, context);
  const { states } = evenRows(test, FRAMES);
  const [{ states: all }] = test.items;
  const width = test.names.length;
  const count = states.length / width;
  const law = { law: 'normal', scale: 1 } as const;
  const { elements } = drawElements(basis, law, count, random.split('orbit distance'));
  const moved = await act(await readEncoder(files, engine), basis, elements, states);
  const square = all.reduce((sum, value) => sum + value ** 2, 0) / (all.length / width);
  const distances = nearestDistances(moved, all, width);
  const value = distances.reduce((sum, one) => sum + one ** 2, 0) / count / square;
  return [{ id: 'B13', asks, value, holds: value <= MOST }];
}
