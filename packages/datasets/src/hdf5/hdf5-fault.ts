import { NoetherError } from '@noether/contracts';

/** The error of a file that is no HDF5, or not with what is looked for. */
export function hdf5Fault(what: string, hint: string, cause?: unknown): NoetherError {
  return new NoetherError(`This HDF5 file cannot be read: ${what}.`, {
    code: 'invalid-hdf5',
    hint,
    ...(cause !== undefined && { cause }),
  });
}
