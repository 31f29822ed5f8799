import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { invalidArgument } from '@noether/contracts';

/**
 * Makes a folder and what of its path is not there. Node's recursive mkdir does not return below a
 * folder that exists and answers ENOENT to everything new, as /proc does.
 * @throws NoetherError `invalid-argument` there; other errors of the system with their code and path
 */
export async function makeFolder(path: string): Promise<void> {
  if ((await whatIs(path)) === 'folder') return;
  const parent = dirname(path);
  if (parent !== path) await makeFolder(parent);
  try {
    await mkdir(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    // Another run may have been quicker, and may have removed it again.
    const found = await whatIs(path);
    if (found === 'folder') return;
    if (code === 'EEXIST' && found === 'nothing') return makeFolder(path);
    if (code !== 'ENOENT') throw cause;
    throw invalidArgument('out', path, 'the system lets no folder be made there');
  }
}

async function whatIs(path: string): Promise<'folder' | 'nothing' | 'something else'> {
  return stat(path).then(
    (found) => (found.isDirectory() ? 'folder' : 'something else'),
    (cause: unknown) =>
      (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'nothing' : 'something else',
  );
}
