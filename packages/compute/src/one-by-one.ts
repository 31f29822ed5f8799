import { NoetherError } from '@noether/contracts';

/** Asynchronous work on something that is used by one at a time, until it is closed. */
export interface OneByOne {
  /**
   * Begins when all that was asked for before has ended, well or not.
   * @throws NoetherError `disposed` after {@link close}
   */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Ends it after what is running; further calls wait for the same end. */
  close(end: () => Promise<void>): Promise<void>;
}

/** `what` is closed in the end, for the error message. */
export function oneByOne(what: string): OneByOne {
  let last: Promise<unknown> = Promise.resolve();
  let closed: Promise<void> | undefined;
  return {
    async run<T>(work: () => Promise<T>): Promise<T> {
      if (closed) {
        throw new NoetherError(`The ${what} has been disposed of.`, {
          code: 'disposed',
          hint: 'Create another one and load what this one saved.',
        });
      }
      const result = last.then(work);
      last = result.catch(() => undefined);
      return result;
    },
    close(end): Promise<void> {
      closed ??= last.then(end);
      return closed;
    },
  };
}
