import { NoetherError } from '@noether/contracts';

/** What onnxruntime and tfjs say of an index that is out of range, with the index in brackets. */
const TOLD: readonly RegExp[] = [
  /idx=(-?\d+) must be within/,
  /invalid ind(?:ex|ice) found, ind(?:ex|ice) = (-?\d+)/,
  /the index value (-?\d+) is not in/,
  /Invalid indices: ([-\d,]+) does not index into/,
];

/** Takes a negative index, of which ONNX would count from the end, out of the range of every axis. */
export const SIGNLESS: number = 2 ** 31 - 1;

/**
 * What a runtime failed with, in words that are the same on every engine.
 * @returns a NoetherError `index-out-of-range` when that was it, else the cause
 */
export function runFailure(cause: unknown): unknown {
  const { message } = cause as Error;
  const found = TOLD.map((told) => told.exec(message)?.[1]).find((index) => index !== undefined);
  if (found === undefined) return cause;
  const indices = found.split(',').map(withSign);
  const which = indices.length === 1 ? 'The index' : 'The tuple of indices';
  return new NoetherError(`${which} ${indices.join(', ')} is outside of the tensor.`, {
    code: 'index-out-of-range',
    argument: 'indices',
    value: indices.length === 1 ? indices[0] : indices,
    hint: 'Indices of gather, gatherND, scatterND and unsortedSegmentSum count from 0 to the extent of their axis less 1.',
    cause,
  });
}

/** An index as it was before {@link SIGNLESS}. */
function withSign(text: string): number {
  const index = Number(text);
  return index >= 2 ** 30 ? index - 2 ** 31 : index;
}
