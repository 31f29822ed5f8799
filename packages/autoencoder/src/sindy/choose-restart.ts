import { invalidArgument } from '@noether/contracts';

/** What {@link chooseRestart} compares: how many terms a model has and how large its error is. */
export interface Restart {
  readonly terms: number;
  /** Some error on validation data; smaller is better. */
  readonly error: number;
}

/**
 * The restart to keep, as Champion et al. choose among ten: the fewest terms among those whose
 * validation error is at most `slack` (default 2) times the smallest; among equals the smallest error.
 * @returns its index
 * @throws NoetherError when there is none with a finite error
 */
export function chooseRestart(restarts: readonly Restart[], slack = 2): number {
  const smallest = Math.min(
    ...restarts.map(({ error }) => (Number.isFinite(error) ? error : Infinity)),
  );
  if (!Number.isFinite(smallest)) {
    throw invalidArgument('restarts', restarts, 'at least one must have a finite error');
  }
  let best = -1;
  restarts.forEach(({ terms, error }, index) => {
    if (!(error <= slack * smallest)) return;
    const known = restarts[best] as Restart | undefined;
    const better =
      known === undefined || terms < known.terms || (terms === known.terms && error < known.error);
    if (better) best = index;
  });
  return best;
}
