import { readFile } from 'node:fs/promises';
import { NoetherError } from '@noether/contracts';
import { writeAtomic } from './write-atomic.js';

/** JSON with typed arrays as lists, numbers that are not finite as null, lists of numbers on one line. */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value, (_key, entry: unknown) => plain(entry), 2);
  return `${text.replace(/\[\n[\s\d.,eE+\-nul]*\]/g, (list) => list.replace(/\s+/g, ' '))}\n`;
}

function plain(entry: unknown): unknown {
  if (!ArrayBuffer.isView(entry)) return entry;
  return Array.from(entry as unknown as ArrayLike<number>);
}

export async function writeJson(path: string, value: unknown): Promise<void> {
  await writeAtomic(path, toJson(value));
}

/**
 * The value in a file, or undefined when there is no such file.
 * @throws NoetherError `corrupt-file` when it is not JSON
 */
export async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as { code?: string }).code === 'ENOENT') return undefined;
    throw cause;
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new NoetherError(`${path} is not JSON.`, {
      code: 'corrupt-file',
      argument: path,
      cause,
      hint: 'The file was damaged or edited; bring it back as it was, or make it again.',
    });
  }
}

/** A list of numbers out of JSON, where null stands for a number that was not finite. */
export function numbers(list: readonly (number | null)[]): Float64Array {
  return Float64Array.from(list, (value) => value ?? NaN);
}
