import { renderReport, type ReportInput } from '@noether/report';
import type { RunFiles } from '../folder/run-files.js';
import { writeAtomic } from '../folder/write-atomic.js';
import { writeFigures } from '../folder/write-figures.js';

/** Draws the figures and writes them and the page. */
export async function writeReport(files: RunFiles, input: ReportInput): Promise<void> {
  const { html, figures } = await renderReport(input);
  await writeFigures(files.figures, figures);
  await writeAtomic(files.report, html);
}
