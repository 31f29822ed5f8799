import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The generator in words, e.g. `rotation, so(2)`, as the run wrote it down for its report; null when
 * there is no report to read.
 */
export async function generatorReading(folder: string): Promise<string | null> {
  try {
    const text = await readFile(join(folder, 'report-input.json'), 'utf8');
    const { reading } = JSON.parse(text) as { readonly reading?: unknown };
    return typeof reading === 'string' && reading !== '' ? reading : null;
  } catch {
    return null;
  }
}
