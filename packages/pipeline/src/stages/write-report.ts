import { join } from 'node:path';
import { renderReport, type ReportInput } from '@noether/report';
import type { RunFiles } from '../folder/run-files.js';
import { writeAtomic } from '../folder/write-atomic.js';

/** Draws the figures and writes them and the page. */
export async function writeReport(files: RunFiles, input: ReportInput): Promise<void> {
  const { html, figures } = await renderReport(input);
  for (const { name, svg, png } of figures) {
    await writeAtomic(join(files.figures, `${name}.svg`), svg);
    await writeAtomic(join(files.figures, `${name}.png`), png);
  }
  await writeAtomic(files.report, html);
}
