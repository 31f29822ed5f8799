import { escapeHtml } from './escape-html.js';

/** A part of a page under its heading; `content` is HTML, and without content there is no part. */
export function section(id: string, heading: string, content: string): string {
  if (content === '') return '';
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${escapeHtml(heading)}</h2>
${content}
</section>`;
}
