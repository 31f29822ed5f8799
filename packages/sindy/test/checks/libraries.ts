import { concat } from '../../src/library/concat.js';
import { embed } from '../../src/library/embed.js';
import { fourierLibrary } from '../../src/library/fourier.js';
import { type FunctionCandidate, functionLibrary } from '../../src/library/function.js';
import type { Library } from '../../src/library/library.js';
import { polynomialLibrary } from '../../src/library/polynomial.js';
import { tensor } from '../../src/library/tensor.js';
import { golden } from '../golden.js';
import { deviation, type GoldenCheck } from './golden-check.js';

const two = ['x0', 'x1'];
const three = ['x0', 'x1', 'x2'];
const candidates: FunctionCandidate[] = [{ function: 'exp' }, { function: 'sin', weights: [1, 1] }];
const linear = polynomialLibrary(two, 1);
const waves = fourierLibrary(two, 1);

/** The libraries of the golden file by name. */
export const goldenLibraries: Readonly<Record<string, Library>> = {
  poly0: polynomialLibrary(two, 0),
  poly1: linear,
  poly2: polynomialLibrary(two, 2),
  poly3: polynomialLibrary(two, 3),
  poly3_nobias: polynomialLibrary(two, 3, { constant: false }),
  poly3_nointeraction: polynomialLibrary(two, 3, { interactions: false }),
  poly3_interactiononly_3var: polynomialLibrary(three, 3, { interactionsOnly: true }),
  poly5_3var: polynomialLibrary(['x', 'y', 'z'], 5),
  fourier2: fourierLibrary(two, 2),
  fourier1_cos: fourierLibrary(two, 1, { sin: false }),
  custom_interaction_only: functionLibrary(three, candidates),
  custom_all_pairs_bias: functionLibrary(three, candidates, { constant: true, repeats: true }),
  concat_poly1_fourier1: concat(linear, waves),
  tensor_poly1_fourier1: tensor(linear, waves),
  generalized_inputs: concat(
    embed(polynomialLibrary(two, 2, { constant: false }), three),
    embed(fourierLibrary(['x2'], 1), three),
  ),
  generalized_tensor: concat(linear, waves, tensor(linear, waves)),
  parameterized: tensor(
    embed(polynomialLibrary(['mu'], 1), ['x', 'y', 'mu']),
    embed(polynomialLibrary(['x', 'y'], 2), ['x', 'y', 'mu']),
  ),
};

interface LibraryCase {
  readonly name: string;
  readonly x: number[][];
  readonly feature_names: string[];
  readonly theta: number[][];
}

export function libraryChecks(): GoldenCheck[] {
  const file = 'libraries.json';
  return golden<{ cases: LibraryCase[] }>('libraries').cases.flatMap((entry) => {
    const library = goldenLibraries[entry.name];
    if (!library) return [{ file, name: entry.name, error: Infinity, tolerance: 0 }];
    const names = library.terms.map((term) => term.name);
    const same = names.join('|') === entry.feature_names.join('|');
    const values = new Float64Array(entry.theta.length * names.length);
    library.evaluate(entry.x.flat(), 0, entry.x.length, values);
    const error = deviation(values, entry.theta.flat());
    return [
      { file, name: `${entry.name}: names`, error: same ? 0 : Infinity, tolerance: 0 },
      { file, name: `${entry.name}: values`, error, tolerance: 1e-13 },
    ];
  });
}
