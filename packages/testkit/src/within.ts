import { AssertionError } from 'node:assert';

/**
 * Runs an asynchronous function and fails when it has not settled after `milliseconds`, so that a
 * test of something that could hang ends with a message. A late result is ignored.
 * @returns what the function resolves to
 * @throws AssertionError after the time, or whatever the function rejects with
 */
export async function within<T>(milliseconds: number, run: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const alarm = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new AssertionError({ message: `did not settle within ${milliseconds} ms` })),
      milliseconds,
    );
  });
  try {
    return await Promise.race([run(), alarm]);
  } finally {
    clearTimeout(timer);
  }
}
