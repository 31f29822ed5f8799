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
  const [{ seed: first, engine, threads }] = records;
  const html = renderSummaryReport(
    {
      title: name,
      reports: summary.rows.map(({ report }) => report),
      provenance: [
        { label: 'Configuration', value: name },
        { label: 'Seeds', value: `${first} to ${first + records.length - 1}` },
        { label: 'Engine', value: engine },
        ...(threads === undefined ? [] : [{ label: 'Threads', value: String(threads) }]),
        ...allVersions(records),
      ],
    },
    records,
  );
  await writeAtomic(join(out, 'summary.html'), html);
  await writeJson(join(out, 'summary.json'), summary);
  return summary;
}

/** Runs of a folder may come from before and after an upgrade. */
function allVersions(
  records: readonly RunRecord[],
): { readonly label: string; readonly value: string }[] {
  const labels = new Set(records.flatMap(({ versions }) => Object.keys(versions)));
  return [...labels].map((label) => {
    const found = records.flatMap(({ versions }) => versions[label] ?? []);
    return { label, value: [...new Set(found)].join(', ') };
  });
}
