import { invalidArgument } from '@noether/contracts';
import { positiveInteger } from '../positive-integer.js';
import { npyHeader } from './npy-header.js';

/** Options of {@link writeNpy}. */
export interface WriteNpyOptions {
  /** Numbers in a row. */
  readonly columns: number;
  /** Trajectories of equal length, one after the other: shape (n, rows / n, columns) instead of (rows, columns). */
  readonly trajectories?: number;
}

/** What was written. */
export interface WrittenNpy {
  readonly path: string;
  readonly shape: readonly number[];
  readonly bytes: number;
}

/** Numbers that are collected before they are written: 4 MB. */
const CHUNK = 2 ** 20;
/** Room for the largest shapes, so that the header does not move when the number of rows is known. */
const HEADER = 192;

/**
 * Writes rows of numbers as they come to a .npy file of float32, NumPy's format 1, in constant memory: under
 * another name first (`.tmp`), flushed to the disk, then renamed. While one chunk is written, the rows of
 * the next are asked for.
 * @param blocks whole rows each, one or many; read before the next block is asked for
 * @throws NoetherError when a block is not whole rows, or what `blocks` throws; no file is left then
 */
export async function writeNpy(
  path: string,
  blocks: Iterable<ArrayLike<number>> | AsyncIterable<ArrayLike<number>>,
  { columns, trajectories }: WriteNpyOptions,
): Promise<WrittenNpy> {
  positiveInteger('columns', columns);
  const { open, rename, rm } = await import('node:fs/promises');
  const temporary = `${path}.tmp`;
  const file = await open(temporary, 'w');
  try {
    await file.write(npyHeader([0, columns], 'f4', HEADER));
    const count = await writeChunks(blocks, columns, async (chunk) => {
      await file.write(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    });
    const shape = shapeOf(count / columns, columns, trajectories);
    await file.write(npyHeader(shape, 'f4', HEADER), 0, undefined, 0);
    await file.sync();
    await file.close();
    await rename(temporary, path);
    return { path, shape, bytes: HEADER + 4 * count };
  } catch (cause) {
    await file.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw cause;
  }
}

/** How many numbers there were. */
async function writeChunks(
  blocks: Iterable<ArrayLike<number>> | AsyncIterable<ArrayLike<number>>,
  columns: number,
  write: (chunk: Float32Array) => Promise<void>,
): Promise<number> {
  const chunks = [new Float32Array(CHUNK), new Float32Array(CHUNK)];
  let [total, filled, turn] = [0, 0, 0];
  let writing = Promise.resolve();
  const flush = async (): Promise<void> => {
    await writing;
    writing = write(chunks[turn].subarray(0, filled));
    writing.catch(() => undefined);
    [filled, turn] = [0, 1 - turn];
  };
  for await (const block of blocks) {
    if (block.length % columns !== 0) {
      throw invalidArgument('blocks', block, `each must be whole rows of ${columns} numbers`);
    }
    for (let at = 0; at < block.length; at++) {
      chunks[turn][filled++] = block[at];
      if (filled === CHUNK) await flush();
    }
    total += block.length;
  }
  await flush();
  await writing;
  return total;
}

function shapeOf(rows: number, columns: number, trajectories: number | undefined): number[] {
  if (trajectories === undefined) return [rows, columns];
  const each = rows / positiveInteger('trajectories', trajectories);
  if (!Number.isInteger(each)) {
    throw invalidArgument('trajectories', trajectories, `${rows} rows are not as many equal parts`);
  }
  return [trajectories, each, columns];
}
