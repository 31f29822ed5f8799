import { NoetherError } from '@noether/contracts';

/**
 * Compares the data with those that a run began with.
 * @param known hash in the checkpoint; nothing is compared when there is none
 * @throws NoetherError `changed-data`
 */
export function checkHash(known: string | undefined, hash: string): void {
  if (known === undefined || known === hash) return;
  throw new NoetherError('The data are not those that the run began with.', {
    code: 'changed-data',
    argument: 'data',
    hint: 'Bring back the data file as it was, or begin a new run in another folder.',
  });
}
