import { NoetherError } from '@noether/contracts';

/** The NoetherError that `work` ends with; anything else is thrown on. */
export async function rejection(work: () => unknown): Promise<NoetherError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof NoetherError) return error;
    throw error;
  }
  throw new Error('it did not fail');
}
