import { NoetherError } from '@noether/contracts';
import { namingFile } from '../naming-file.js';
import { unreadableFile } from '../read-bytes.js';
import { Hdf5File } from './hdf5-file.js';
import { hdf5Fault } from './hdf5-fault.js';
import { loadH5wasm } from './load-h5wasm.js';

/**
 * Opens an HDF5 file, hands it to `use`, and closes it. Nothing is read before `use` asks for it. `use` must be
 * synchronous: only meanwhile the library throws its errors; otherwise it prints them and returns what was in memory.
 * @throws NoetherError `missing-file`, `unreadable-file`, `missing-package`, or `invalid-hdf5`, and what `use` throws,
 * with the name of the file
 */
export async function withHdf5<T>(path: string, use: (file: Hdf5File) => T): Promise<T> {
  await checkFile(path);
  const h5wasm = await loadH5wasm();
  const module = await h5wasm.ready;
  return namingFile(path, () => {
    module.activate_throwing_error_handler();
    try {
      const file = new h5wasm.File(path, 'r');
      try {
        return use(new Hdf5File(h5wasm, file));
      } finally {
        file.close();
      }
    } catch (cause) {
      if (cause instanceof NoetherError) throw cause;
      throw hdf5Fault(reasonOf(cause), 'It is no HDF5 file, or damaged: copy it again.', cause);
    } finally {
      module.deactivate_throwing_error_handler();
    }
  });
}

async function checkFile(path: string): Promise<void> {
  const { stat } = await import('node:fs/promises');
  try {
    if (!(await stat(path)).isFile()) throw new Error('It is no file.');
  } catch (cause) {
    throw unreadableFile(path, cause);
  }
}

/** The innermost line of the library's stack of errors. */
function reasonOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  const lines = Array.from(text.matchAll(/^ *#\d+: .* in \w+\(\): (.*)$/gm), ([, line]) => line);
  return lines.at(-1) ?? text.split('\n')[0];
}
