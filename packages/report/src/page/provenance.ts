import type { ProvenanceEntry } from '../report-input.js';
import { escapeHtml } from './escape-html.js';

/** Where the result came from, as a table of labels and values. */
export function provenance(entries: readonly ProvenanceEntry[]): string {
  if (entries.length === 0) return '';
  const rows = entries.map(
    ({ label, value }) =>
      `<tr><th scope="row">${escapeHtml(label)}</th><td class="text">${escapeHtml(value)}</td></tr>`,
  );
  return `<div class="panel"><table><tbody>\n${rows.join('\n')}\n</tbody></table></div>`;
}
