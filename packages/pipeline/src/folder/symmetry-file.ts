import {
  symmetryBasisFromJson,
  type SymmetryBasis,
  type SymmetryBasisRecord,
} from '@noether/contracts';
import { readJson } from './json.js';
import type { RunFiles } from './run-files.js';
import { wholeFile } from './whole-file.js';

/**
 * The generators that a finished run keeps, or undefined when it found none.
 * @throws NoetherError `corrupt-file` that names the file and the entry at fault
 */
export async function readSymmetry({ symmetry }: RunFiles): Promise<SymmetryBasis | undefined> {
  const record = (await readJson(symmetry)) as SymmetryBasisRecord | undefined;
  if (record === undefined) return undefined;
  return wholeFile(symmetry, () => Promise.resolve().then(() => symmetryBasisFromJson(record)));
}
