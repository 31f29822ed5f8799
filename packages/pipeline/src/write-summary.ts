import { join } from 'node:path';
import type { RunRecord } from '@noether/contracts';
import { renderSummaryReport } from '@noether/report';
import { writeJson } from './folder/json.js';
import { writeAtomic } from './folder/write-atomic.js';
import type { Summary } from './run-types.js';
import { summarise } from './summarise.js';

/** Writes `summary.json` and `summary.html` of runs with consecutive seeds. */
export async function writeSummary(
  out: string,
  name: string,
  records: readonly RunRecord[],
): Promise<Summary> {
  const summary = summarise(name, records);
  const [{ seed: first, engine, threads, versions }] = records;
  const html = renderSummaryReport(
    {
      title: name,
      reports: summary.rows.map(({ report }) => report),
      provenance: [
        { label: 'Configuration', value: name },
        { label: 'Seeds', value: `${first} to ${first + records.length - 1}` },
        { label: 'Engine', value: engine },
        ...(threads === undefined ? [] : [{ label: 'Threads', value: String(threads) }]),
        ...Object.entries(versions).map(([label, value]) => ({ label, value })),
      ],
    },
    records,
  );
  await writeAtomic(join(out, 'summary.html'), html);
  await writeJson(join(out, 'summary.json'), summary);
  return summary;
}
