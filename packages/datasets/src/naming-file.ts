import { NoetherError } from '@noether/contracts';

/** What `read` returns; its errors begin with the name of the file. */
export function namingFile<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof NoetherError)) throw cause;
    const { code, argument, value } = cause;
    throw new NoetherError(`${path}: ${cause.message}`, {
      code,
      value,
      cause,
      ...(argument !== undefined && { argument }),
    });
  }
}
