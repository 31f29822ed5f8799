// One system with and without its symmetry, over draws of the noise. Prints one JSON line.
//   node --import ../tools/ts-register.mjs discovery/symmetry.ts INDEX FROM SEEDS LEVELS
import { type EquationSystem, trajectories } from '@noether/contracts';
import { integrate, randomStream } from '@noether/numerics';
import { fitWeakEquations } from '@noether/sindy';
import { symmetricSystems } from './symmetric-systems.js';

const [index, first, seeds, levels] = process.argv.slice(2);
const { name, library, field, starts, step, rows, truth, spaces } =
  symmetricSystems[Number(index)]();
const names = library.variables;
const d = names.length;
const times = Float64Array.from({ length: rows }, (_, row) => row * step);
const paths = starts.map(
  (start) => integrate(field, start, times, { relative: 1e-11, absolute: 1e-11 }).states,
);
const spread = names.map((_, column) => {
  const own = paths.flatMap((path) => Array.from(path.filter((_value, at) => at % d === column)));
  const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
  return Math.sqrt(own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / own.length);
});

/** Whether the terms are the true ones, and |Ξ − Ξ*|/|Ξ*|. */
function judge({ terms, coefficients }: EquationSystem): { right: boolean; error: number } {
  let [right, square, total] = [true, 0, 0];
  truth.forEach((wanted, equation) => {
    const found = new Map(terms.map((term, at) => [term.name, coefficients[equation][at]]));
    for (const term of new Set([...Object.keys(wanted), ...found.keys()])) {
      const [value, expected] = [found.get(term) ?? 0, wanted[term] ?? 0];
      right &&= (value === 0) === (expected === 0);
      square += (value - expected) ** 2;
      total += expected ** 2;
    }
  });
  return { right, error: Math.sqrt(square / total) };
}

const methods: Record<string, Float64Array | undefined> = { without: undefined, ...spaces };
const context = { random: randomStream(0), observe: (): void => {} };
const results = levels
  .split(',')
  .map(Number)
  .map((level) => {
    const runs = Object.entries(methods).map(([method, space]) => ({
      method,
      free: (space?.length ?? (d * library.terms.length) ** 2) / (d * library.terms.length),
      right: 0,
      errors: [] as number[],
      space,
    }));
    for (let draw = 0; draw < Number(seeds); draw++) {
      const random = randomStream(Number(first) + draw);
      const items = paths.map((path) => ({
        times,
        states: path.map((value, at) => value + level * spread[at % d] * random.normal()),
      }));
      const provenance = { stage: 'benchmark' };
      const data = trajectories({ names, units: names.map(() => ''), items, provenance });
      for (const run of runs) {
        const options = run.space ? { library, space: run.space } : { library };
        const { right, error } = judge(
          fitWeakEquations(data, { ...options, threshold: 0.02 }, context),
        );
        if (right) run.right++;
        run.errors.push(error);
      }
    }
    const summary = runs.map(({ method, free, right, errors }) => {
      errors.sort((a, b) => a - b);
      return { method, free, right, medianError: errors[errors.length >> 1] };
    });
    return { level, seeds: Number(seeds), methods: summary };
  });
console.log(JSON.stringify({ name, results }));
