import type { FileHandle } from 'node:fs/promises';
import { invalidArgument, type RowSource } from '@noether/contracts';
import { endsEarly, npyFault, npyReaders, readNpyHeader, widthOf } from './npy-header.js';
import type { NpyHeader } from './npy-header.js';

/** The rows of a .npy file; {@link NpyRows.close} it when they are not needed any more. */
export interface NpyRows extends RowSource {
  /** Trajectories in the file, one after the other and of equal length. */
  readonly trajectories: number;
  close(): Promise<void>;
}

/** Longer headers than this are not written by NumPy for plain numbers. */
const HEADER = 4096;

/**
 * Opens a .npy file of shape (T, d) or (n, T, d) in C order to read its rows by position: types f4, f8, i1 … i8
 * and u1 … u8. Nothing is kept in memory; reads run on the threads of the file system, so that they go on while
 * the program computes. float32 of the machine's own byte order goes straight into the target.
 * @throws NoetherError `invalid-npy`, also when the file is shorter than its shape says, and what opening throws
 */
export async function openNpyRows(path: string): Promise<NpyRows> {
  const { open } = await import('node:fs/promises');
  const file = await open(path, 'r');
  try {
    const beginning = new Uint8Array(HEADER);
    const { bytesRead } = await file.read(beginning, 0, HEADER, 0);
    const header = readNpyHeader(beginning.subarray(0, bytesRead));
    const { size } = await file.stat();
    return rowsOf(file, header, size);
  } catch (cause) {
    await file.close();
    throw cause;
  }
}

function rowsOf(file: FileHandle, header: NpyHeader, bytes: number): NpyRows {
  const { shape, type, fortran, start } = header;
  if (fortran) {
    throw npyFault('its columns are stored one by one', 'Save numpy.ascontiguousarray(x).');
  }
  if (shape.length < 2 || shape.length > 3) {
    const hint = 'Save (rows, variables) or (trajectories, rows, variables).';
    throw npyFault(`its shape is (${shape.join(', ')})`, hint);
  }
  const dimension = shape[shape.length - 1];
  const rows = shape.slice(0, -1).reduce((product, extent) => product * extent, 1);
  const rowBytes = dimension * widthOf(type);
  if (bytes - start < rows * rowBytes) throw endsEarly(header, bytes);
  const fill = fillerOf(header);
  return {
    rows,
    dimension,
    trajectories: shape.length === 3 ? shape[0] : 1,
    async read(first, count, into, at = 0): Promise<void> {
      if (!(first >= 0 && count >= 0 && first + count <= rows)) {
        throw invalidArgument('first', first, `the file has rows 0 … ${rows - 1}`);
      }
      const target = into.subarray(at, at + count * dimension);
      if (target.length !== count * dimension) {
        throw invalidArgument('into', into, `it must have room for ${count} rows of ${dimension}`);
      }
      await fill(file, target, start + first * rowBytes);
    },
    close: () => file.close(),
  };
}

type Filler = (file: FileHandle, target: Float32Array, position: number) => Promise<void>;

/** Reads numbers as they are where the file has those of the machine, and converts others. */
function fillerOf({ type, littleEndian }: NpyHeader): Filler {
  const machine = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
  if (type === 'f4' && littleEndian === machine) {
    return (file, { buffer, byteOffset, byteLength }, position) =>
      readFully(file, new Uint8Array(buffer, byteOffset, byteLength), position);
  }
  const width = widthOf(type);
  return async (file, target, position) => {
    const bytes = new Uint8Array(target.length * width);
    await readFully(file, bytes, position);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < target.length; at++) {
      target[at] = npyReaders[type](view, at * width, littleEndian);
    }
  };
}

async function readFully(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, position + done);
    if (bytesRead === 0) throw npyFault('it became shorter while it was read', 'Write it again.');
    done += bytesRead;
  }
}
