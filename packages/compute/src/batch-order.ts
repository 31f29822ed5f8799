import { invalidArgument, type RandomStream } from '@noether/contracts';

/** Which samples make a batch. */
export interface BatchOrder {
  /** Whole batches in an epoch; what is left over waits for another order. */
  readonly perEpoch: number;
  /** Batch `at` from the beginning is the samples `order[from] … order[from + size − 1]`. */
  batch(at: number): { readonly order: Int32Array; readonly from: number };
}

/**
 * Batches of `size` out of so many samples: epoch e is in the order of `random.split(e)`, without it in
 * that of the samples.
 * @throws NoetherError `invalid-argument` for less than one batch
 */
export function batchOrder(
  samples: number,
  size: number,
  random: RandomStream | undefined,
): BatchOrder {
  if (!Number.isInteger(size) || size < 1 || size > samples) {
    throw invalidArgument('size', size, `it must be between 1 and the ${samples} samples`);
  }
  const perEpoch = Math.floor(samples / size);
  let order = new Int32Array(0);
  let orderEpoch = -1;
  return {
    perEpoch,
    batch(at) {
      const epoch = Math.floor(at / perEpoch);
      if (epoch !== orderEpoch) {
        order = orderOf(samples, random?.split(epoch));
        orderEpoch = epoch;
      }
      return { order, from: (at % perEpoch) * size };
    },
  };
}

/** @throws NoetherError `invalid-argument` for a number of batches that cannot have been taken */
export function checkPosition(taken: number): void {
  if (Number.isSafeInteger(taken) && taken >= 0) return;
  throw invalidArgument('taken', taken, 'it must be a whole number, 0 or more');
}

function orderOf(samples: number, random: RandomStream | undefined): Int32Array<ArrayBuffer> {
  if (random) return Int32Array.from(random.permutation(samples));
  return Int32Array.from({ length: samples }, (_, index) => index);
}
