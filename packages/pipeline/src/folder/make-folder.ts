import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { invalidArgument } from '@noether/contracts';

/**
 * Makes a folder and what of its path is not there. Node's recursive mkdir does not return below a
 * folder that exists and answers ENOENT to everything new, as /proc does.
 * @throws NoetherError `invalid-argument` there; other errors of the system with their code and path
 */
export async function makeFolder(path: string): Promise<void> {
  if (await isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path) await makeFolder(parent);
  try {
    await mkdir(path);
  } catch (cause) {
    // Another run may have been quicker.
    if (await isFolder(path)) return;
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    throw invalidArgument('out', path, 'the system lets no folder be made there');
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
