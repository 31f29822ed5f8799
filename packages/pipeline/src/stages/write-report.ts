import { renderReport, type ReportInput } from '@noether/report';
import { writeJson } from '../folder/json.js';
import type { RunFiles } from '../folder/run-files.js';
import { writeAtomic } from '../folder/write-atomic.js';
import { writeFigures } from '../folder/write-figures.js';

/** Draws the figures and writes them, their captions and the page. */
export async function writeReport(files: RunFiles, input: ReportInput): Promise<void> {
  const { html, figures } = await renderReport(input);
  await writeFigures(files.figures, figures);
  await writeJson(
    files.captions,
    figures.map(({ name, title, caption }) => ({ name, title, caption })),
  );
  await writeAtomic(files.report, html);
}
