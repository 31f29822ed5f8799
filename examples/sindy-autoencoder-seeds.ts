// Trains SINDy autoencoders over several seeds, one after the other, and writes what each one found as
// JSON beside the script. A run that was interrupted goes on from its checkpoint under runs/.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Observer, Trajectories } from '@noether/contracts';
import {
  alignedEquations,
  alignLatent,
  derivativeSamples,
  loadEncoder,
  scoreSindy,
  searchSindyTerms,
  termShares,
  trainSindyAutoencoder,
  withLatentCoordinates,
  type DerivativeData,
  type DerivativeSamples,
  type SindyAutoencoder,
  type SindyAutoencoderOptions,
  type TermSearchOptions,
  type TriedTerms,
} from '@noether/autoencoder';
import {
  decodeCheckpoint,
  encodeCheckpoint,
  selectEngine,
  type Checkpoint,
  type Engine,
} from '@noether/compute';
import { inverse, multiply, randomStream } from '@noether/numerics';
import { equationSystem, fitEquations } from '@noether/sindy';

/** What an example gives and how its results are judged. */
export interface Example {
  readonly name: string;
  readonly train: DerivativeData;
  readonly test: DerivativeData;
  /** The states behind the test data, row by row, to look for in the latent space. */
  readonly hidden: Trajectories;
  readonly options: SindyAutoencoderOptions;
  /** Tries numbers of terms and chooses among them on validation data, instead of one training. */
  readonly search?: TermSearchOptions & { readonly validation: DerivativeData };
  /** What else the example says about a model. */
  judge?(model: SindyAutoencoder, engine: Engine): Promise<Readonly<Record<string, unknown>>>;
}

const CHECKPOINT_EVERY = 20_000;
const SHOWN_EVERY = 2000;
/** Of plain SINDy in the aligned latent space; the smallest true coefficient of the Lorenz system is 1. */
const THRESHOLD = 0.7;

/** What is written for each seed. */
export type SeedRecord = Readonly<Record<string, unknown>>;

export async function runSeeds(
  example: Example,
  seeds: readonly number[],
): Promise<readonly SeedRecord[]> {
  const engine = await selectEngine();
  console.log(`${engine.description}, ${availableParallelism()} processors`);
  const records: SeedRecord[] = [];
  for (const seed of seeds) {
    const { model, seconds, tried } = await trainSeed(example, seed, engine);
    const found = await judge(example, model, engine);
    const began = { example: example.name, seed, engine: engine.description, cpuSeconds: seconds };
    const record = { ...began, ...(tried && { tried: tried.map(summary) }), ...found };
    records.push(record);
    const file = new URL(`${example.name}/results/seed-${seed}.json`, import.meta.url);
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
    console.log(`seed ${seed}: ${JSON.stringify(found.unexplained)}, ${model.terms} terms`);
    for (const line of found.equations) console.log(`  ${line}`);
  }
  return records;
}

function summary({ model, terms, error }: TriedTerms): SeedRecord {
  return { terms, error, equations: equationSystem(model.equations).text(4) };
}

interface Trained {
  readonly model: SindyAutoencoder;
  readonly seconds: number;
  readonly tried?: readonly TriedTerms[];
}

async function searchSeed(
  { train, options, search }: Required<Pick<Example, 'train' | 'options' | 'search'>>,
  seed: number,
  engine: Engine,
): Promise<Trained> {
  const { validation, ...how } = search;
  const observe: Observer = (event) => {
    if (event.kind !== 'metrics' || event.step % SHOWN_EVERY !== 0) return;
    const { reconstruction, latentDerivative, terms } = event.values;
    const [x, z] = [reconstruction, latentDerivative].map((value) => value.toExponential(2));
    console.log(`seed ${seed}, ${terms} terms, step ${event.step}: x ${x}, derivative of z ${z}`);
  };
  const started = process.cpuUsage();
  const found = await searchSindyTerms({ ...train, engine, validation }, options, how, {
    random: randomStream(seed),
    observe,
  });
  const { user, system } = process.cpuUsage(started);
  return { ...found, seconds: Math.round((user + system) / 1e6) };
}

/** CPU time of training is carried over interruptions. */
async function trainSeed(
  { name, train, options, search }: Example,
  seed: number,
  engine: Engine,
): Promise<Trained> {
  if (search) return searchSeed({ train, options, search }, seed, engine);
  const folder = fileURLToPath(new URL(`../runs/${name}`, import.meta.url));
  mkdirSync(folder, { recursive: true });
  const path = `${folder}/seed-${seed}.safetensors`;
  const resume = await readCheckpoint(path);
  const before = Number(resume?.metadata.seconds ?? 0);
  const started = process.cpuUsage();
  const seconds = (): number => {
    const { user, system } = process.cpuUsage(started);
    return before + (user + system) / 1e6;
  };
  const model = await trainSindyAutoencoder(
    {
      ...train,
      engine,
      ...(resume && { resume }),
      checkpointEvery: CHECKPOINT_EVERY,
      onCheckpoint: async (checkpoint) => {
        const metadata = { ...checkpoint.metadata, seconds: String(seconds()) };
        writeFileSync(`${path}.tmp`, await encodeCheckpoint({ ...checkpoint, metadata }));
        renameSync(`${path}.tmp`, path);
      },
    },
    options,
    {
      random: randomStream(seed),
      observe: (event) => {
        if (event.kind !== 'metrics' || event.step % CHECKPOINT_EVERY !== 0) return;
        const { loss, terms } = event.values;
        console.log(
          `seed ${seed}, step ${event.step}: loss ${loss.toExponential(2)}, ${terms} terms`,
        );
      },
    },
  );
  return { model, seconds: Math.round(seconds()) };
}

async function readCheckpoint(path: string): Promise<Checkpoint | undefined> {
  try {
    return await decodeCheckpoint(readFileSync(path));
  } catch (cause) {
    if ((cause as { code?: string }).code === 'ENOENT') return undefined;
    throw cause;
  }
}

async function judge(
  { test, hidden, options, judge: more }: Example,
  model: SindyAutoencoder,
  engine: Engine,
): Promise<{ unexplained: Readonly<Record<string, unknown>>; equations: string[] }> {
  const samples = derivativeSamples(test, options.order ?? 1);
  const { r2, ...unexplained } = await scoreSindy(model, samples, engine);
  const system = equationSystem(model.equations);
  const found = {
    unexplained,
    terms: model.terms,
    r2,
    equations: system.text(4),
    ...(options.order === 2 ? {} : await aligned(model, samples, hidden, engine)),
    ...(await more?.(model, engine)),
  };
  return { ...found, record: model.equations } as never;
}

/**
 * The latent space in the coordinates of the hidden variables, by the affine map that fits best: the
 * trained equations through that map, and what plain SINDy finds there.
 */
async function aligned(
  model: SindyAutoencoder,
  { states, velocities }: DerivativeSamples,
  hidden: Trajectories,
  engine: Engine,
): Promise<Readonly<Record<string, unknown>>> {
  const { encoder: record, equations } = model;
  const names = hidden.names;
  const latent = await loadEncoder(record, engine).encode(states);
  const reference = Float64Array.from(hidden.items.flatMap((item) => [...item.states]));
  const [k, d] = [equations.variables.length, names.length];
  const alignment = alignLatent(latent, reference, { k, d });
  const inside = alignedEquations(equations, latent, alignment, { variables: names, degree: 3 });
  const { matrix, offset } = alignment;
  const centre = multiply(inverse(matrix, k), offset, k, k, 1).map((value) => -value);
  const encoder = loadEncoder(withLatentCoordinates(record, { matrix, centre }), engine);
  const found = fitEquations(
    {
      names,
      states: await encoder.encode(states),
      velocities: await encoder.latentVelocity(states, velocities),
    },
    { degree: 3, threshold: THRESHOLD, ridge: 0 },
    { random: randomStream(0), observe: () => {} },
  );
  const shares = termShares(inside, reference).flat();
  return {
    aligned: {
      r2: alignment.r2,
      termsAbove1Percent: shares.filter((share) => share >= 0.01).length,
      termsAbove5Percent: shares.filter((share) => share >= 0.05).length,
      sindyTerms: found.coefficients.flat().filter((value) => value !== 0).length,
      sindy: found.text(4),
      sindyR2: found.r2,
    },
  };
}

/** `--seeds 5` is 1 … 5, `--seeds 3-4` is 3 and 4; default five. */
export function seedsFrom(args: readonly string[]): number[] {
  const given = args[args.indexOf('--seeds') + 1] ?? '5';
  const [first, last] = args.includes('--seeds') ? given.split('-') : ['5'];
  const [from, to] = last === undefined ? [1, Number(first)] : [Number(first), Number(last)];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
