import type { NamedTensor, TensorTable } from '@noether/contracts';
import type { Checkpoint } from '@noether/compute';
import { impliedGenerators } from '@noether/lie-algebra';
import { generatorName, maskName } from './group-action.js';
import { generatorMapOf } from './parametrisation/generator-map-of.js';
import type { LearnedBlock } from './representation.js';

/** Where a training with more generators than the last can begin. */
export interface ImpliedStart {
  /** How many generators it has. */
  readonly generators: number;
  /** First values of parameters and state, by name; see `SymmetryData.start`. */
  readonly tensors: TensorTable;
}

/**
 * The networks of a finished training, with the generators that those found imply ({@link impliedGenerators}); null where
 * they imply no more. Whether these are symmetries too is for the training that starts from them to tell.
 * @param checkpoint its last one
 * @param block the one learned block of its representation
 */
export function impliedStart(checkpoint: Checkpoint, block: LearnedBlock): ImpliedStart | null {
  const { tensors } = checkpoint;
  const map = generatorMapOf(block);
  const size = block.dimension ** 2;
  const mask = tensors[maskName(0)].data;
  const start = continuedStart(checkpoint);
  const learned = Float32Array.from(start[generatorName(0)].data);
  const acting = Float64Array.from(map.matrices(learned), (value, at) => value * mask[at]);
  const found = Array.from({ length: block.generators }, (_, at) =>
    acting.slice(at * size, (at + 1) * size),
  );
  const implied = impliedGenerators(found, block.dimension);
  if (implied.length <= found.length) return null;
  const data = map.numbers(Float32Array.from(implied.flatMap((generator) => [...generator])));
  const generators = { [generatorName(0)]: { shape: [implied.length, ...map.shape], data } };
  return { generators: implied.length, tensors: { ...start, ...generators } };
}

/** Parameters and state of a training, by name, for another one to start from; see `SymmetryData.start`. */
export function continuedStart({ tensors }: Checkpoint): TensorTable {
  const start: Record<string, NamedTensor> = {};
  for (const [name, tensor] of Object.entries(tensors)) {
    const own = /^(?:parameter|state):(.*)$/.exec(name)?.[1];
    if (own) start[own] = tensor;
  }
  return start;
}
