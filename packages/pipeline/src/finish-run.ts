import type { RunRecord } from '@noether/contracts';
import { writeJson } from './folder/json.js';
import { divergedRecord, type RecordHead } from './record.js';
import type { Diverged, StageContext } from './stage-context.js';
import { divergedMaterial, type ReportMaterial } from './stages/report-input.js';
import { writeReport } from './stages/write-report.js';
import { whole } from './whole-stage.js';

/** Ends a run whose training diverged. */
export async function diverged(
  shared: StageContext,
  { failure, history }: Diverged,
): Promise<RunRecord> {
  const verdict = { status: 'diverged', reason: failure.message } as const;
  const { dataset, provenance } = shared;
  return finish(
    shared,
    () => divergedRecord(headOf(shared, verdict)),
    () => Promise.resolve(divergedMaterial(dataset, history, provenance)),
  );
}

/** Writes the report and then the record, whose total counts the report. */
export async function finish(
  { run, watch, context }: StageContext,
  build: () => RunRecord,
  material: () => Promise<ReportMaterial>,
): Promise<RunRecord> {
  const { files } = run;
  await watch.time('report', () =>
    whole(context('report'), 'report', 'page', async () => {
      const shown = await material();
      await writeJson(files.reportInput, { ...shown, forecast: undefined });
      await writeReport(files, { ...shown, record: build() });
    }),
  );
  const record = build();
  await writeJson(files.record, record);
  return record;
}

/** What the record of the run begins with. */
export function headOf(
  { run, latentDimension, growth, watch, versions: found }: StageContext,
  { status, reason }: Pick<RunRecord, 'status' | 'reason'>,
): RecordHead {
  const { config, seed, engineName, threads } = run;
  return {
    status,
    reason,
    preset: config.name,
    seed,
    engine: engineName,
    threads,
    seconds: watch.seconds(),
    versions: found,
    ...(latentDimension && { latentDimension }),
    ...(growth && { generatorGrowth: growth }),
  };
}
