import * as assert from 'uvu/assert';
import { NoetherError } from '@noether/contracts';

/** The NoetherError that a promise ends with. */
export async function failure(promise: Promise<unknown>): Promise<NoetherError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.instance(error, NoetherError);
  return error as NoetherError;
}
