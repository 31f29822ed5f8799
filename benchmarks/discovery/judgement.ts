// How often the judgement of an action calls a broken rotation a symmetry. Prints one JSON line.
//   node --import ../tools/ts-register.mjs discovery/judgement.ts INDEX DRAWS SIZES
import { identityEncoder, symmetryBasis } from '@noether/contracts';
import { randomStream } from '@noether/numerics';
import { judgeAction } from '@noether/symmetry-gan';
import { brokenRotations } from './broken-rotations.js';

/** Windows that were learned from, where the judgement looks for the nearest one. */
const REFERENCE = 4000;
/** Standard deviation of the angle by which a window is turned. */
const OMEGA = 3;

const [index, draws, sizes] = process.argv.slice(2);
const { name, magnitude, magnitudes, timesteps = 1, growth, draw } = brokenRotations[Number(index)];

function windows(count: number, size: number, seed: number): Float64Array {
  const random = randomStream(seed);
  return Float64Array.from(Array.from({ length: count }, () => draw(random, size)).flat());
}

async function passes(held: number, size: number, seed: number): Promise<boolean> {
  const grow = OMEGA * (growth?.(size) ?? 0);
  const basis = symmetryBasis({
    dimension: 2,
    generators: [Float64Array.of(grow, -OMEGA, OMEGA, grow)],
    centre: new Float64Array(2),
    provenance: { stage: 'benchmark' },
  });
  const samples = {
    encoder: identityEncoder(2),
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
  rows.push({ held, passed });
}
console.log(JSON.stringify({ name, magnitude, magnitudes, rows, count: brokenRotations.length }));
