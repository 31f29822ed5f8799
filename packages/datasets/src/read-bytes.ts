import { NoetherError } from '@noether/contracts';

/**
 * All bytes of a file.
 * @throws NoetherError `missing-file` or `unreadable-file`
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  const { readFile } = await import('node:fs/promises');
  try {
    return await readFile(path);
  } catch (cause) {
    throw unreadableFile(path, cause);
  }
}

/** The error `missing-file` or `unreadable-file`, by what the file system said. */
export function unreadableFile(path: string, cause: unknown): NoetherError {
  const missing = (cause as { code?: string }).code === 'ENOENT';
  return new NoetherError(`${path} ${missing ? 'does not exist' : 'cannot be read'}.`, {
    code: missing ? 'missing-file' : 'unreadable-file',
    argument: 'path',
    value: path,
    cause,
    hint: missing
      ? 'Check the path; in a configuration it is relative to that file, else to the current folder.'
      : String(cause),
  });
}
