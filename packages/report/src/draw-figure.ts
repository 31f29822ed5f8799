import { createRequire } from 'node:module';

import type { Resvg } from '@resvg/resvg-js';
import type { ChartSpec, Figure, FigurePlan } from './figure.js';
import { loadPackage } from './load-package.js';
import { escapeHtml } from './page/escape-html.js';
import { COLOURS, THEME } from './theme.js';

const SILENT = {
  level: () => SILENT,
  error: () => SILENT,
  warn: () => SILENT,
  info: () => SILENT,
  debug: () => SILENT,
} as const;

/**
 * Draws a plan as SVG (Vega) and as PNG at twice the size (resvg with the DejaVu fonts, so that the
 * text is there on a machine without fonts).
 * @throws NoetherError when one of the drawing packages is not installed
 */
export async function drawFigure(plan: FigurePlan): Promise<Figure> {
  const { name, title, caption } = plan;
  const drawn = 'drawing' in plan ? plan.drawing : await toSvg(plan.spec);
  const svg = await cropped(describe(drawn, name, title, caption));
  return { name, title, caption, svg, png: await toPng(svg) };
}

/** Blank px that stay at the right. */
const MARGIN = 4;
/** Pixels of the PNG a px of the SVG. */
const ZOOM = 2;

/** Vega guesses the widths of texts, too wide: what is blank at the right is cut off. */
async function cropped(svg: string): Promise<string> {
  const { pixels, width, height } = (await render(svg)).render();
  const [, given] = /<svg [^>]*\bwidth="([\d.]+)"/.exec(svg) ?? [];
  const needed = Math.ceil((lastInk(pixels, width, height) + 1) / ZOOM) + MARGIN;
  if (given === undefined || needed >= Number(given)) return svg;
  return svg.replace(/<svg [^>]*>/, (tag) =>
    tag
      .replace(`width="${given}"`, `width="${needed}"`)
      .replace(/viewBox="0 0 [\d.]+ /, `viewBox="0 0 ${needed} `),
  );
}

/** The last column of an RGBA image that is not white all over. */
function lastInk(pixels: Uint8Array, width: number, height: number): number {
  for (let column = width - 1; column > 0; column--) {
    for (let row = 0; row < height; row++) {
      const at = 4 * (row * width + column);
      if (pixels[at] + pixels[at + 1] + pixels[at + 2] < 765) return column;
    }
  }
  return width - 1;
}

async function toSvg(spec: ChartSpec): Promise<string> {
  const vega = await loadPackage('vega', () => import('vega'));
  const { compile } = await loadPackage('vega-lite', () => import('vega-lite'));
  const full = { ...spec, config: THEME } as unknown as Parameters<typeof compile>[0];
  const compiled = compile(full, { logger: SILENT as never }).spec;
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', logLevel: vega.None });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

/** Characters that XML cannot hold. */
const CONTROLS = /[^\P{Cc}\t\n\r]/gu;

/** Names the drawing for screen readers and makes its ids unique on a page with many figures. */
function describe(svg: string, name: string, title: string, caption: string): string {
  const label = `<title>${escapeHtml(title)}</title><desc>${escapeHtml(caption)}</desc>`;
  const ids = Array.from(svg.matchAll(/\bid="([^"]+)"/g), ([, id]) => id);
  const unique = (id: string): string => `${name}-${ids.indexOf(id)}`;
  return svg
    .replaceAll(CONTROLS, '')
    .replaceAll(/\bid="([^"]+)"/g, (_match, id: string) => `id="${unique(id)}"`)
    .replaceAll(/url\(#([^)]+)\)/g, (_match, id: string) => `url(#${unique(id)})`)
    .replace(
      /<svg ([^>]*)>/,
      (_match, attributes: string) => `<svg role="img" ${attributes}>${label}`,
    );
}

async function toPng(svg: string): Promise<Uint8Array> {
  return new Uint8Array((await render(svg)).render().asPng());
}

async function render(svg: string): Promise<Resvg> {
  const { Resvg: Renderer } = await loadPackage('@resvg/resvg-js', () => import('@resvg/resvg-js'));
  return new Renderer(svg, {
    fitTo: { mode: 'zoom', value: ZOOM },
    background: COLOURS.paper,
    font: {
      loadSystemFonts: false,
      fontFiles: await fontFiles(),
      defaultFontFamily: 'DejaVu Sans',
      sansSerifFamily: 'DejaVu Sans',
    },
  });
}

function fontFiles(): Promise<string[]> {
  const { resolve } = createRequire(import.meta.url);
  const styles = ['DejaVuSans', 'DejaVuSans-Bold', 'DejaVuSans-Oblique'];
  return loadPackage('dejavu-fonts-ttf', () =>
    styles.map((style) => resolve(`dejavu-fonts-ttf/ttf/${style}.ttf`)),
  );
}
