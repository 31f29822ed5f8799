import { lstat, mkdir, readlink, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { invalidArgument } from '@noether/contracts';

/**
 * Makes a folder and what of its path is not there. Node's recursive mkdir does not return below a
 * folder that exists and answers ENOENT to everything new, as /proc does.
 * @param tries how often it begins again when another run made the folder first and removed it
 * @throws NoetherError `invalid-argument` there, and where a symbolic link leads nowhere; other errors of the system with
 * their code and path
 */
export async function makeFolder(path: string, tries = 10): Promise<void> {
  if ((await whatIs(path)) === 'folder') return;
  const parent = dirname(path);
  if (parent !== path) await makeFolder(parent, tries);
  try {
    await mkdir(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    // Another run may have been quicker, and may have removed it again.
    const found = await whatIs(path);
    if (found === 'folder') return;
    if (code === 'EEXIST' && found === 'nothing') {
      await refuseLink(path);
      if (tries > 0) return makeFolder(path, tries - 1);
    }
    if (code !== 'ENOENT') throw cause;
    throw invalidArgument('out', path, 'the system lets no folder be made there');
  }
}

/** A link whose target is missing is in the way of a folder, though following it finds nothing. */
async function refuseLink(path: string): Promise<void> {
  const found = await lstat(path).catch(() => undefined);
  if (!found?.isSymbolicLink()) return;
  const target = await readlink(path);
  throw invalidArgument('out', path, `it is a symbolic link to ${target}, which does not exist`);
}

async function whatIs(path: string): Promise<'folder' | 'nothing' | 'something else'> {
  return stat(path).then(
    (found) => (found.isDirectory() ? 'folder' : 'something else'),
    (cause: unknown) =>
      (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'nothing' : 'something else',
  );
}
