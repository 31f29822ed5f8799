import {
  type Context,
  dimensionOf,
  type Encoder,
  type EquationSystem,
  type Forecast,
  type ForecastScore,
  identityEncoder,
  NoetherError,
  symmetryBasis,
  type SymmetryBasis,
  type Trajectories,
  trajectories,
} from '@noether/contracts';
import { principalEncoder, trainNeuralOde } from '@noether/autoencoder';
import type { Engine } from '@noether/compute';
import type { Dataset } from '@noether/datasets';
import { type ForecastInput, forecastTrajectories, scoreForecast } from '@noether/forecast';
import { fitEquations, sweepThresholds, withSymmetry } from '@noether/sindy';
import type { EquationsConfig, ForecastConfig } from '../config/pipeline-config.js';
import { evenRows, everyRow } from './even-rows.js';
import { latentRows } from './fit-latent-equations.js';

/** What is forecast, by what was found, and what else is needed to forecast it otherwise. */
export interface ForecastMaterial {
  readonly encoder: Encoder;
  /** Equations of the latent states. */
  readonly equations: EquationSystem;
  /** The symmetry, for a model that commutes with it. */
  readonly basis?: SymmetryBasis;
  readonly dataset: Pick<Dataset, 'train' | 'validation'>;
  readonly test: Trajectories;
  readonly options: EquationsConfig;
  readonly settings: ForecastConfig;
  readonly engine: Engine;
}

/** Up to so many variables the methods without an encoder take them as they are. */
const FEW = 12;
/** Rows that an equation without an encoder is rolled out over, or a neural ODE trained on, in each trajectory. */
const ROWS = 500;
const MODE_ROWS = 512;
/** Candidate terms of an equation, at most. */
const TERMS = 70;
/** The search for equations that commute with generators grows with the sixth power of their dimension. */
const COMMUTING = 24;

/** Share of a generator that may be its symmetric part and still be put down to the training. */
const STRETCH = 0.05;

type Model = Pick<ForecastInput, 'encoder' | 'equations'> & {
  readonly equations: Partial<Pick<EquationSystem, 'text'>>;
};

/**
 * The forecast of the test data by the equations of the latent space, and beside the baselines of
 * `forecastTrajectories` those of other models: `equivariant`, latent equations that commute with the found
 * generators exactly (Yang et al., NeurIPS 2024); `sindy`, sparse polynomials without an encoder; and, when asked for,
 * `neural-ode`. Data of many variables are reduced to principal coordinates for the last two and for `dmd`
 * and `map`. A model that cannot be made is left out with a note; one that is a system of equations is told with them.
 */
export async function forecastByAll(
  material: ForecastMaterial,
  context: (stage: string) => Context,
): Promise<Forecast> {
  const { encoder, equations, dataset, test, settings } = material;
  const { neuralOde, ...options } = settings;
  const { train } = dataset;
  const coordinates = coordinatesOf(train);
  const shared = { test, train, coordinates };
  const own = context('forecast');
  const found = await forecastTrajectories({ ...shared, encoder, equations }, options, own);
  const baselines: Record<string, ForecastScore> = { ...found.baselines };
  const add = async (name: string, make: () => Promise<Model | undefined>): Promise<void> => {
    try {
      const model = await make();
      if (!model) return;
      const score = await scoreForecast({ ...shared, ...model }, options, own);
      const lines = model.equations.text?.();
      baselines[name] = { ...score, ...(lines && { equations: lines }) };
    } catch (cause) {
      if (!(cause instanceof NoetherError) || cause.code === 'aborted') throw cause;
      own.observe({ kind: 'note', stage: 'forecast', message: `no ${name}: ${cause.message}` });
    }
  };
  await add('equivariant', () => equivariantModel(material, own));
  const raw = encoder.toRecord().architecture === 'identity';
  if (!raw) await add('sindy', () => sindyModel(material, coordinates, own));
  if (neuralOde) {
    await add('neural-ode', () => neuralModel(material, coordinates, context('neural-ode')));
  }
  const modes = coordinates.latentDimension;
  return { ...found, baselines, ...(modes < dimensionOf(train) && { modes }) };
}

function coordinatesOf(train: Trajectories): Encoder {
  const d = dimensionOf(train);
  return d <= FEW ? identityEncoder(d) : principalEncoder(evenRows(train, MODE_ROWS).states, d);
}

/**
 * Without a threshold: the symmetry leaves so few coefficients free that none has to be dropped. None in more than
 * {@link COMMUTING} dimensions.
 */
async function equivariantModel(
  { encoder, basis, dataset, options: { rows } }: ForecastMaterial,
  context: Context,
): Promise<Model | undefined> {
  if (!basis || basis.dimension > COMMUTING) return undefined;
  const data = await latentRows(encoder, dataset.train, rows);
  const degree = degreeFor(encoder.latentDimension);
  const regression = withSymmetry(withoutStretch(basis));
  return { encoder, equations: fitEquations(data, { degree, regression }, context) };
}

/**
 * Generators that turn, up to a few per cent, are taken to turn exactly: their symmetric part is left
 * out. With it, however small, no nonlinear term would commute with them.
 */
function withoutStretch(basis: SymmetryBasis): SymmetryBasis {
  const k = basis.dimension;
  const generators = basis.generators.map((generator) => {
    const turning = generator.map((entry, at) => {
      const mirrored = generator[(at % k) * k + Math.floor(at / k)];
      return (entry - mirrored) / 2;
    });
    const rest = Math.hypot(...generator.map((entry, at) => entry - turning[at]));
    return rest <= STRETCH * Math.hypot(...generator) ? turning : generator;
  });
  return symmetryBasis({ ...basis, generators });
}

/** The threshold by a sweep that is judged on validation data. */
async function sindyModel(
  { dataset, test, options: { rows } }: ForecastMaterial,
  encoder: Encoder,
  context: Context,
): Promise<Model> {
  const names = namesOf(encoder, dataset.train);
  const data = { ...(await latentRows(encoder, dataset.train, rows)), names };
  const heldOut = await inCoordinates(encoder, dataset.validation, test);
  const degree = degreeFor(encoder.latentDimension);
  const { picked } = sweepThresholds(data, { degree, heldOut }, context);
  return { encoder, equations: picked.system };
}

/** The largest degree up to 3 with at most {@link TERMS} monomials. */
function degreeFor(d: number): number {
  const cubic = ((d + 1) * (d + 2) * (d + 3)) / 6;
  return cubic <= TERMS ? 3 : ((d + 1) * (d + 2)) / 2 <= TERMS ? 2 : 1;
}

async function neuralModel(
  { dataset, test, engine }: ForecastMaterial,
  encoder: Encoder,
  context: Context,
): Promise<Model> {
  const data = await inCoordinates(encoder, dataset.train, test);
  return { encoder, equations: await trainNeuralOde(data, { engine }, context) };
}

/** The variables as they are called, or principal coordinates. */
function namesOf(encoder: Encoder, data: Trajectories): readonly string[] {
  const { latentDimension } = encoder;
  if (latentDimension === dimensionOf(data)) return data.names;
  return Array.from({ length: latentDimension }, (_, at) => `a${at + 1}`);
}

/** At the interval that leaves a test trajectory at most {@link ROWS} rows. */
async function inCoordinates(
  encoder: Encoder,
  data: Trajectories,
  test: Trajectories,
): Promise<Trajectories> {
  const shortest = Math.min(...test.items.map(({ times }) => times.length));
  const every = Math.ceil(shortest / ROWS);
  const names = namesOf(encoder, data);
  const items: Trajectories['items'][number][] = [];
  for (const item of data.items) {
    const { states } = everyRow(item, dimensionOf(data), every);
    const times = item.times.filter((_, row) => row % every === 0);
    items.push({ times, states: await encoder.encode(states) });
  }
  return trajectories({
    names,
    units: names.map(() => ''),
    items,
    provenance: { stage: 'forecast', options: { every } },
  });
}
