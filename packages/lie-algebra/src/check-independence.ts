import { invalidArgument } from '@noether/contracts';
import { singularValues } from '@noether/numerics';

/**
 * Generators with an entry of their own, where all others are 0, are independent of the others; only
 * those that are left are decomposed, so that the families of large groups cost no time.
 * @throws NoetherError when generators of one size are linearly dependent, one of norm 1 up to 1e-10
 */
export function checkIndependence(generators: readonly Float64Array[]): void {
  const rest = withoutOwnEntries(generators);
  const rows = rest.length;
  if (rows === 0) return;
  const columns = generators[0].length;
  const stacked = new Float64Array(rows * columns);
  rest.forEach((generator, row) => {
    const norm = Math.hypot(...generator);
    stacked.set(norm > 0 ? generator.map((entry) => entry / norm) : generator, row * columns);
  });
  const smallest = rows > columns ? 0 : singularValues(stacked, rows, columns)[rows - 1];
  if (smallest < 1e-10) {
    throw invalidArgument('generators', generators, 'they are linearly dependent, remove some');
  }
}

function withoutOwnEntries(generators: readonly Float64Array[]): readonly Float64Array[] {
  const uses = new Int32Array(generators[0].length);
  for (const generator of generators) {
    for (let entry = 0; entry < uses.length; entry++) if (generator[entry] !== 0) uses[entry]++;
  }
  const rest = generators.filter((generator) => {
    const limit = 1e-3 * generator.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
    return !generator.some((entry, index) => uses[index] === 1 && Math.abs(entry) > limit);
  });
  return rest.length === 0 || rest.length === generators.length ? rest : withoutOwnEntries(rest);
}
