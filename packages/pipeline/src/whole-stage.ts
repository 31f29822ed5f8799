import type { Context } from '@noether/contracts';

/** Tells the beginning and the end of a stage that is done in one go. */
export async function whole<T>(
  { observe, signal }: Context,
  stage: string,
  unit: string,
  work: () => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  observe({ kind: 'progress', stage, done: 0, total: 1, unit });
  const result = await work();
  observe({ kind: 'progress', stage, done: 1, total: 1, unit });
  return result;
}
