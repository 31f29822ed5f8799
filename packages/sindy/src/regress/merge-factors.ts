import { mergeMoments } from './moments.js';
import { type RowFactor, sharedQr } from './row-factor.js';

/** Collects the factors of consecutive sets of rows. */
export interface FactorTotal {
  /** Takes up the next set; the order decides about the last bits. */
  add(part: RowFactor): void;
  /** The factor of all rows so far; undefined before the first. */
  readonly total: RowFactor | undefined;
}

/** The factor of all rows from those of their parts: R of the factors, one upon the other. */
export function mergeFactors(columns: number): FactorTotal {
  const qr = sharedQr(columns);
  let total: RowFactor | undefined;
  return {
    add(part) {
      if (!total) {
        total = part;
        return;
      }
      qr.startFrom(total.factor);
      qr.absorbFactor(part.factor);
      total = { factor: qr.factor(), moments: mergeMoments(total.moments, part.moments) };
    },
    get total() {
      return total;
    },
  };
}
