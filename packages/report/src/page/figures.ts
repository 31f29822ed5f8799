import type { Figure } from '../figure.js';
import { escapeHtml } from './escape-html.js';

/** All figures with their headings and captions, the drawings inline. */
export function figures(drawn: readonly Omit<Figure, 'png'>[]): string {
  if (drawn.length === 0) return '';
  const items = drawn.map(
    ({ name, title, caption, svg }) => `<figure id="figure-${escapeHtml(name)}">
<h3>${escapeHtml(title)}</h3>
${inlineSvg(svg)}
<figcaption>${escapeHtml(caption)}</figcaption>
</figure>`,
  );
  return `<div class="figures">\n${items.join('\n')}\n</div>`;
}

function inlineSvg(svg: string): string {
  return svg
    .replaceAll(/ (xmlns(:xlink)?|version)="[^"]*"/g, '')
    .replaceAll(/<desc>.*?<\/desc>/gs, '');
}
