import { nameOf, noetherVersion } from '../versions.js';
import type { Outcome } from './outcome.js';

/** The seeds that one version of Noether made. */
export interface MadeBy {
  /** Null where it was not recorded. */
  readonly version: string | null;
  readonly seeds: readonly number[];
}

/** Which version made which seeds. */
export function madeBy(outcomes: readonly Pick<Outcome, 'seed' | 'version'>[]): MadeBy[] {
  const seeds = new Map<string | null, number[]>();
  for (const { seed, version = null } of outcomes) {
    seeds.set(version, [...(seeds.get(version) ?? []), seed]);
  }
  return [...seeds].map(([version, own]) => ({ version, seeds: own }));
}

/** What is said of seeds that another version made and that were kept; undefined where there are none. */
export function keptText(
  made: readonly MadeBy[],
  version: string = noetherVersion(),
): string | undefined {
  const parts = made
    .filter((each) => each.version !== version)
    .map(
      ({ version: other, seeds }) =>
        `seed${seeds.length === 1 ? '' : 's'} ${seeds.join(', ')} by ${nameOf(other)}`,
    );
  return parts.length > 0 ? `kept: ${parts.join('; ')}; this is Noether ${version}` : undefined;
}
