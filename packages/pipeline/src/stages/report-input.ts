import {
  dimensionOf,
  type Encoder,
  type Forecast,
  type SymmetryBasis,
  type SymmetryScore,
} from '@noether/contracts';
import type { Dataset } from '@noether/datasets';
import { readGenerator } from '@noether/lie-algebra';
import type { ProvenanceEntry, ReportInput } from '@noether/report';
import type { SindyAutoencoderConfig } from '../config/pipeline-config.js';
import type { SettledConfig } from '../config/settled-config.js';
import { fieldView } from './field-view.js';
import { dataViewOf, forecastOf, shownVariables } from './shown-variables.js';
import type { Training } from './train.js';
import { dataPaths, dataView, latentPaths, latentView } from './views.js';

/** Everything a report shows but the record, which has a file of its own. */
export type ReportMaterial = Omit<ReportInput, 'record'>;

/** What the report of a run through all stages shows. */
export async function reportMaterial(
  training: Training,
  { algebra }: SymmetryScore,
  dataset: Dataset,
  forecast: Forecast | null,
  provenance: readonly ProvenanceEntry[],
): Promise<ReportMaterial> {
  const { basis, history } = training;
  const shown = shownVariables(dataset.train);
  const fields = await fieldView(training, dataset.validation, forecast);
  return {
    reading: readingOf(basis, algebra),
    history: history.map(({ epoch, values }) => ({ epoch, values })),
    latent: await latentView(training, dataset.validation),
    data: dataViewOf(await dataView(training, dataset.validation), shown),
    ...(fields && { fields }),
    forecast: forecast && forecastOf(forecast, shown),
    provenance,
  };
}

/** What the report of a SINDy autoencoder shows. */
export async function sindyMaterial(
  { encoder, reading }: { readonly encoder: Encoder; readonly reading: string },
  history: ReportInput['history'],
  { train, validation }: Dataset,
  forecast: Forecast,
  provenance: readonly ProvenanceEntry[],
): Promise<ReportMaterial> {
  const shown = shownVariables(train);
  return {
    reading,
    history,
    latent: await latentPaths(encoder, validation),
    data: dataViewOf(dataPaths(validation), shown),
    forecast: forecastOf(forecast, shown),
    provenance,
  };
}

/** Several generators are read as the algebra they span, where they can be. */
function readingOf(
  { generators, dimension }: SymmetryBasis,
  algebra: SymmetryScore['algebra'],
): string {
  if (generators.length > 1 && algebra) return algebra.sentence;
  return generators.map((each) => readGenerator(each, dimension)).join('; ');
}

/** What the report of a diverged training shows: the epochs before, and where they came from. */
export function divergedMaterial(
  { validation }: Dataset,
  history: ReportInput['history'],
  provenance: readonly ProvenanceEntry[],
): ReportMaterial {
  const { names, units } = validation;
  return {
    reading: '',
    history,
    latent: { dimension: 0, trajectories: [], orbits: [] },
    data: { names, units, dimension: names.length, original: [], transformed: [] },
    forecast: null,
    provenance,
  };
}

/** The lines of the report that say where the result came from. */
export function provenanceOf(
  config: SettledConfig,
  dataset: Dataset,
  run: { readonly seed: number; readonly engine: string; readonly hash: string },
  versions: Readonly<Record<string, string>>,
): ProvenanceEntry[] {
  const { train, validation, test } = dataset;
  const counts = [train, validation, test].map(({ items }) => items.length).join(' / ');
  const rows = train.items.reduce((sum, { times }) => sum + times.length, 0);
  return [
    { label: 'Configuration', value: config.name },
    { label: 'Seed', value: String(run.seed) },
    { label: 'Data', value: `${dataset.name}, ${dimensionOf(train)} variables` },
    { label: 'Trajectories (train / validation / test)', value: counts },
    { label: 'SHA-256 of the data', value: run.hash },
    ...(config.method === 'sindy-autoencoder'
      ? sindyEntries(config.sindyAutoencoder)
      : symmetryEntries(config, dataset, rows)),
    { label: 'Engine', value: run.engine },
    ...Object.entries(versions).map(([label, value]) => ({ label, value })),
  ];
}

function symmetryEntries(
  { autoencoder, symmetry, windows }: SettledConfig,
  { interval }: Dataset,
  rows: number,
): ProvenanceEntry[] {
  const { architecture, width, hidden, latentDimension } = autoencoder;
  const networks = {
    identity: 'none: the latent space is the data space',
    mlp: `${hidden} hidden layers of ${width}, latent dimension ${latentDimension}`,
    conv2d: `convolutions of images up to ${width} channels, latent dimension ${latentDimension}`,
    conv1d: `convolutions up to ${width} channels, latent dimension ${latentDimension}`,
  }[architecture];
  const { epochs, batchSize } = symmetry;
  const { timesteps, stride } = windows;
  const apart = `${interval} ${interval === 1 ? 'row' : 'rows'} apart`;
  return [
    {
      label: 'Training samples',
      value: `${timesteps} states, ${apart}, every ${stride} of ${rows} rows`,
    },
    { label: 'Autoencoder', value: networks },
    { label: 'Training', value: `${epochs} epochs, batches of ${batchSize}` },
  ];
}

function sindyEntries(config: SindyAutoencoderConfig): ProvenanceEntry[] {
  const { widths, latentDimension, library, steps, refinement, batchSize } = config;
  const functions = library.functions.map((name) => `, ${name}`).join('');
  return [
    {
      label: 'SINDy autoencoder',
      value: `hidden layers of ${widths.join(', ')}, latent dimension ${latentDimension}`,
    },
    { label: 'Library', value: `degree ${library.degree}${functions}` },
    { label: 'Training', value: `${steps} + ${refinement} steps, batches of ${batchSize}` },
  ];
}
