import type { Figure } from './figure.js';
import { escapeHtml } from './page/escape-html.js';
import { figures } from './page/figures.js';
import { page } from './page/page.js';
import { section } from './page/section.js';

/** The figures of one experiment. */
export interface GallerySection {
  /** Short and different from those of the others, e.g. the name of a preset. */
  readonly id: string;
  readonly title: string;
  /** What was run, and what it came to: plain text. */
  readonly text: string;
  readonly figures: readonly Omit<Figure, 'png'>[];
}

/** One page with the figures of several experiments, in one HTML file without scripts or links to elsewhere. */
export function renderGallery(title: string, sections: readonly GallerySection[]): string {
  const contents = sections.map(
    ({ id, title: name }) => `<li><a href="#${escapeHtml(id)}">${escapeHtml(name)}</a></li>`,
  );
  const parts = sections.map(({ id, title: name, text, figures: drawn }) =>
    section(id, name, `<p class="lead">${escapeHtml(text)}</p>\n${figures(drawn.map(ownIds(id)))}`),
  );
  return page(
    title,
    `<header><h1>${escapeHtml(title)}</h1>\n<ul>${contents.join('\n')}</ul></header>\n${parts.join('\n')}`,
  );
}

/** Ids that no figure of another section has. */
function ownIds(id: string): (figure: GallerySection['figures'][number]) => typeof figure {
  return (figure) => ({
    ...figure,
    name: `${id}-${figure.name}`,
    svg: figure.svg.replaceAll(/(\bid="|url\(#)/g, `$1${id}-`),
  });
}
