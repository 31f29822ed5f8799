import { NoetherError } from '@noether/contracts';
import { readBytes } from '../read-bytes.js';
import type { Mesh } from './mesh.js';
import { parseOff } from './parse-off.js';

/**
 * Reads a mesh from an .off file by {@link parseOff}.
 * @throws NoetherError that names the file when it is missing or faulty
 */
export async function readOff(path: string): Promise<Mesh> {
  const bytes = await readBytes(path);
  try {
    return parseOff(new TextDecoder().decode(bytes));
  } catch (cause) {
    if (!(cause instanceof NoetherError)) throw cause;
    const { code, value } = cause;
    throw new NoetherError(`${path}: ${cause.message}`, { code, value, cause });
  }
}
