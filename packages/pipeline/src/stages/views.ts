import {
  dimensionOf,
  type Encoder,
  type SymmetryBasis,
  type Trajectories,
} from '@noether/contracts';
import type { DataView, LatentView } from '@noether/report';
import { moved, sweepOf } from './along-the-group.js';
import { concatenated, everyRow } from './even-rows.js';
import { hasMotion } from './load-dataset.js';
import type { Training } from './train.js';

const PATHS = 6;
const ROWS = 250;
const ORBIT_POINTS = 121;

/** What the latent figure shows: a few validation trajectories and the group's orbits through their starts. */
export async function latentView(
  { encoder, basis }: Training,
  validation: Trajectories,
): Promise<LatentView> {
  const k = basis.dimension;
  const latent: Float64Array[] = [];
  for (const states of paths(validation)) latent.push(await encoder.encode(states));
  const scattered = !hasMotion({ train: validation });
  const starts = scattered ? nearToFar(latent[0], basis) : latent;
  const { generator, turn, reach } = sweepOf(basis);
  const orbits = starts
    .filter(({ length }) => length > 0)
    .map((states) => {
      const orbit = new Float64Array(ORBIT_POINTS * k);
      for (let point = 0; point < ORBIT_POINTS; point++) {
        const part = point / (ORBIT_POINTS - 1);
        const w = turn === null ? (2 * part - 1) * reach : turn * part;
        orbit.set(moved(basis, w, states.subarray(0, k), generator), point * k);
      }
      return orbit;
    });
  return { dimension: k, trajectories: latent, orbits, ...(scattered && { scattered }) };
}

/** Some of the rows, from the nearest to the centre to the farthest. */
function nearToFar(rows: Float64Array, { dimension: k, centre }: SymmetryBasis): Float64Array[] {
  const states = Array.from({ length: rows.length / k }, (_, row) =>
    rows.subarray(row * k, (row + 1) * k),
  );
  const distance = (state: Float64Array): number =>
    Math.hypot(...state.map((value, at) => value - centre[at]));
  const ordered = states.sort((a, b) => distance(a) - distance(b));
  return Array.from(
    { length: Math.min(PATHS, ordered.length) },
    (_, at) => ordered[Math.floor(((at + 0.5) * ordered.length) / PATHS)],
  );
}

/** What the latent figure shows where no group acts. */
export async function latentPaths(encoder: Encoder, validation: Trajectories): Promise<LatentView> {
  const trajectories: Float64Array[] = [];
  for (const states of paths(validation)) trajectories.push(await encoder.encode(states));
  return { dimension: encoder.latentDimension, trajectories, orbits: [] };
}

/** What the data-space figures show where no group acts. */
export function dataPaths(validation: Trajectories): DataView {
  const { names, units } = validation;
  return { names, units, dimension: names.length, original: paths(validation), transformed: [] };
}

/** What the data-space figures show: a few validation trajectories and what the group makes of them. */
export async function dataView(
  { encoder, basis }: Training,
  validation: Trajectories,
): Promise<DataView> {
  const original = paths(validation);
  const { generator, turn, reach } = sweepOf(basis);
  const parameters =
    turn === null
      ? [-1, -0.5, 0.5, 1].map((part) => part * reach)
      : [0.125, 0.25, 0.5, 0.75].map((part) => part * turn);
  const transformed: DataView['transformed'][number][] = [];
  for (const parameter of parameters) {
    const states: Float64Array[] = [];
    for (const path of original)
      states.push(await act({ encoder, basis }, generator, parameter, path));
    transformed.push({ parameter, states });
  }
  return {
    names: validation.names,
    units: validation.units,
    dimension: dimensionOf(validation),
    ...(!hasMotion({ train: validation }) && { scattered: true }),
    original,
    transformed,
  };
}

/** Some trajectories, or single states as the rows of one. */
function paths(data: Trajectories): Float64Array[] {
  if (!hasMotion({ train: data })) {
    return [concatenated(data.items.slice(0, ROWS).map(({ states }) => states))];
  }
  return data.items.slice(0, PATHS).map((item) => {
    const every = Math.max(1, Math.ceil(item.times.length / ROWS));
    return everyRow(item, dimensionOf(data), every).states;
  });
}

async function act(
  { encoder, basis }: Pick<Training, 'encoder' | 'basis'>,
  generator: number,
  w: number,
  states: Float64Array,
): Promise<Float64Array> {
  return encoder.decode(moved(basis, w, await encoder.encode(states), generator));
}
