import {
  NoetherError,
  type Encoder,
  type RunRecord,
  type SindyAutoencoderScore,
} from '@noether/contracts';
import {
  loadEncoder,
  scoreSindy,
  type SindyAutoencoder,
  type SindyEpoch,
} from '@noether/autoencoder';
import type { EpochLosses } from '@noether/report';
import { equationSystem } from '@noether/sindy';
import { checkpointKeeper } from './checkpoint-keeper.js';
import { diverged, finish, headOf } from './finish-run.js';
import { writeEncoder } from './folder/encoder-file.js';
import { writeHistory } from './folder/write-history.js';
import { forecastByEquations } from './forecast-by-equations.js';
import { sindyRecord } from './record.js';
import { relativeError } from './score/relative-error.js';
import { judgeSindy, sindyReading } from './score/judge-sindy.js';
import type { Diverged, StageContext } from './stage-context.js';
import { evenRows } from './stages/even-rows.js';
import { sindyMaterial } from './stages/report-input.js';
import { trainSindy } from './stages/train-sindy.js';

/** Validation rows that are scored, at most. */
const ROWS = 8000;

/** The stages after the data for the method `sindy-autoencoder`. */
export async function sindyStages(shared: StageContext): Promise<RunRecord> {
  const { watch, dataset, provenance } = shared;
  const outcome = await watch.time('training', () => trainAndKeep(shared));
  if ('failure' in outcome) return diverged(shared, outcome);
  const { model, encoder } = outcome;
  const { score, relativeMse } = await watch.time('judgement', () => scoreModel(shared, outcome));
  const equations = equationSystem(model.equations);
  const forecast = await forecastByEquations(shared, { encoder, equations });
  const verdict = judgeSindy(score);
  const motion = { equations, forecast };
  return finish(
    shared,
    () => sindyRecord(headOf(shared, verdict), score, relativeMse, motion),
    () =>
      sindyMaterial(
        { encoder, reading: sindyReading(score, encoder.latentDimension) },
        model.history.map(shown),
        dataset,
        forecast,
        provenance,
      ),
  );
}

interface Trained {
  readonly model: SindyAutoencoder;
  readonly encoder: Encoder;
}

async function trainAndKeep(shared: StageContext): Promise<Trained | Diverged> {
  const { run, config, dataset, context } = shared;
  const { files, engine, resume } = run;
  const { keep, due, history } = checkpointKeeper<SindyEpoch>(shared, files);
  try {
    const saving = { onCheckpoint: keep, wantsCheckpoint: due };
    const input = { config, dataset, engine, resume, ...saving };
    const model = await trainSindy(input, context('training'));
    const encoder = loadEncoder(model.encoder, engine);
    await writeHistory(files, model.history);
    await writeEncoder(files, encoder);
    return { model, encoder };
  } catch (cause) {
    if (!(cause instanceof NoetherError && cause.code === 'not-finite')) throw cause;
    return { failure: cause, history: history().map(shown) };
  }
}

/** Shares left unexplained of validation rows, in inference mode. */
async function scoreModel(
  { run, dataset }: StageContext,
  { model, encoder }: Trained,
): Promise<{ readonly score: SindyAutoencoderScore; readonly relativeMse: number }> {
  const rows = evenRows(dataset.validation, ROWS);
  const dimension = dataset.validation.names.length;
  const samples = { ...rows, dimension, rows: rows.states.length / dimension };
  const { states, dataDerivative, latentDerivative } = await scoreSindy(model, samples, run.engine);
  const reconstructed = await encoder.decode(await encoder.encode(rows.states));
  return {
    score: { terms: model.terms, unexplained: { states, dataDerivative, latentDerivative } },
    relativeMse: relativeError(reconstructed, rows.states),
  };
}

/** A record of the training under the names of the report. */
function shown({ epoch, terms, values: { loss, ...values } }: SindyEpoch): EpochLosses {
  return { epoch, values: { ...values, total: loss, terms } };
}
