import { NoetherError } from '@noether/contracts';

/**
 * What is read out of a file of a finished run.
 * @throws NoetherError `corrupt-file` that names the file when its content is at fault; errors of the system as they are
 */
export async function wholeFile<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    // An error of the system names the file itself.
    if ((cause as { syscall?: string }).syscall !== undefined) throw cause;
    throw new NoetherError(`${path} is damaged: ${(cause as Error).message}`, {
      code: 'corrupt-file',
      argument: path,
      cause,
      hint: 'Make the run again in another folder.',
    });
  }
}
