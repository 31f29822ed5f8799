import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RunRecord } from '@noether/contracts';
import type { Summary } from '@noether/pipeline';
import { styleOf } from '../style.js';
import { describeRun, row } from './describe-run.js';
import { describeSummary } from './describe-summary.js';
import { generatorReading } from './generator-reading.js';

type Outcome = RunRecord | Summary;

/** What a command ends with on stdout: the value as JSON, or what it says and where its page lies. */
export async function printOutcome(outcome: Outcome, folder: string, json: boolean): Promise<void> {
  if (json) {
    process.stdout.write(`${JSON.stringify(outcome, null, 2)}\n`);
    return;
  }
  const style = styleOf(process.stdout);
  const lines =
    outcome.kind === 'run'
      ? describeRun(outcome, await generatorReading(folder), style)
      : describeSummary(outcome, style);
  const page = join(folder, outcome.kind === 'run' ? 'report.html' : 'summary.html');
  if (existsSync(page)) lines.push(...row('report', [page], style));
  process.stdout.write(`\n${lines.join('\n')}\n`);
}
