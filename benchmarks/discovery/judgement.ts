// How often the judgement of an action calls a broken rotation a symmetry. Prints one JSON line.
//   node --import ../tools/ts-register.mjs discovery/judgement.ts INDEX DRAWS SIZES
import { identityEncoder, symmetryBasis } from '@noether/contracts';
import { randomStream } from '@noether/numerics';
import { judgeAction } from '@noether/symmetry-gan';
import { brokenRotations, OMEGA } from './broken-rotations.js';

/** Windows that were learned from, where the judgement looks for the nearest one. */
const REFERENCE = 4000;

const [index, draws, sizes] = process.argv.slice(2);
const {
  name,
  magnitude,
  magnitudes,
  timesteps = 1,
  generator,
  draw,
} = brokenRotations[Number(index)];

function windows(count: number, size: number, seed: number): Float64Array {
  const random = randomStream(seed);
  return Float64Array.from(Array.from({ length: count }, () => draw(random, size)).flat());
}

async function passes(held: number, size: number, seed: number): Promise<boolean> {
  const entries = generator?.(size) ?? [0, -OMEGA, OMEGA, 0];
  const dimension = Math.sqrt(entries.length);
  const basis = symmetryBasis({
    dimension,
    generators: [Float64Array.from(entries)],
    centre: new Float64Array(dimension),
    provenance: { stage: 'benchmark' },
  });
  const samples = {
    encoder: identityEncoder(dimension),
    basis,
    timesteps,
    heldOut: windows(held, size, 3 * seed),
    reference: windows(REFERENCE, size, 3 * seed + 1),
  };
  return (await judgeAction(samples, randomStream(3 * seed + 2))).verdict === 'symmetry';
}

const rows = [];
for (const held of sizes.split(',').map(Number)) {
  const passed: number[] = [];
  for (const size of magnitudes) {
    let count = 0;
    for (let seed = 0; seed < Number(draws); seed++) if (await passes(held, size, seed)) count++;
    passed.push(count / Number(draws));
  }
  rows.push({ held, passed, draws: Number(draws) });
}
console.log(JSON.stringify({ name, magnitude, magnitudes, rows, count: brokenRotations.length }));
