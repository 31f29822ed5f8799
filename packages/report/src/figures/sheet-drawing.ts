import { colourIndex, type ColourMap, colourMapOf, hexOf } from '../colour-map.js';
import { formatSetting } from '../format-number.js';
import { indexedPng } from '../indexed-png.js';
import { escapeHtml } from '../page/escape-html.js';
import type { FieldSheet, FieldView } from '../report-input.js';
import { COLOURS, FIGURE_WIDTH, FONT_FAMILY } from '../theme.js';

const FONT = 13;
const LABELS = 78;
const BAR = 58;
const GAP = 4;
const HEAD = 22;
const FOOT = 30;
/** Height of a curve over its width. */
const CURVE = 0.7;
const BAR_COLOURS = 32;

type Size = Pick<FieldView, 'height' | 'width' | 'thinning'>;

/** Where everything stands, in px. */
interface Layout {
  readonly panel: { readonly width: number; readonly height: number };
  readonly x: (column: number) => number;
  readonly y: (row: number) => number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * An SVG document with one row of pictures a series, one colour map for all, its scale at the right and the
 * length of some points below; signals of one row as curves over the first series in grey.
 */
export function sheetDrawing(sheet: FieldSheet, size: Size): string {
  const layout = layoutOf(sheet, size);
  const map = colourMapOf(sheet.series.flatMap(({ pictures }) => pictures));
  const curves = size.height === 1;
  const panels = sheet.series.flatMap(({ pictures }, row) =>
    pictures.map((picture, column) => {
      const at = { x: layout.x(column), y: layout.y(row), ...layout.panel };
      if (!curves) return image(picture, size.width, map, at);
      const under = row > 0 ? sheet.series[0].pictures[column] : undefined;
      return curve(picture, under, map, at);
    }),
  );
  const heads = sheet.columns.map((label, column) =>
    text(layout.x(column) + layout.panel.width / 2, HEAD - 7, label, 'middle'),
  );
  const labels = sheet.series.map(({ label }, row) =>
    text(LABELS - 8, layout.y(row) + layout.panel.height / 2 + 5, label, 'end'),
  );
  const height = layout.bottom + (curves ? 6 : FOOT);
  const scale = curves ? curveScale(map, layout) : colourBar(map, layout);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${FIGURE_WIDTH}" height="${height}" viewBox="0 0 ${FIGURE_WIDTH} ${height}" font-family="${FONT_FAMILY}" font-size="${FONT}px">
${[...panels, ...heads, ...labels, ...scale, ...(curves ? [] : lengthBar(size, layout))].join('\n')}
</svg>`;
}

function layoutOf({ columns, series }: FieldSheet, { height, width }: Size): Layout {
  const room = FIGURE_WIDTH - LABELS - BAR;
  const count = Math.max(1, columns.length);
  const across = Math.min(110, (room - (count - 1) * GAP) / count);
  const down = height === 1 ? across * CURVE : (across * height) / width;
  const y = (row: number): number => HEAD + row * (down + GAP);
  return {
    panel: { width: across, height: down },
    x: (column) => LABELS + column * (across + GAP),
    y,
    bottom: y(series.length),
    right: LABELS + count * (across + GAP),
  };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const box = ({ x, y, width, height }: Box): string =>
  `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`;

function image(picture: Float64Array, columns: number, map: ColourMap, at: Box): string {
  const indices = Uint8Array.from(picture, (value) => colourIndex(map, value));
  const png = indexedPng(indices, columns, map.palette).toString('base64');
  return `<image ${box(at)} preserveAspectRatio="none" href="data:image/png;base64,${png}"/>`;
}

function curve(
  signal: Float64Array,
  under: Float64Array | undefined,
  { low, high }: ColourMap,
  at: Box,
): string {
  const line = (values: Float64Array, colour: string, width: number): string => {
    const points = Array.from(values, (value, index) => {
      const x = at.x + (at.width * (index + 0.5)) / values.length;
      const share = Math.min(1.05, Math.max(-0.05, (value - low) / (high - low)));
      return `${short(x)},${short(at.y + at.height * (0.95 - 0.9 * share))}`;
    });
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round"/>`;
  };
  const frame = `<rect ${box(at)} fill="none" stroke="${COLOURS.shade}"/>`;
  const first = under ? line(under, COLOURS.shade, 3.5) : '';
  return frame + first + line(signal, COLOURS.blue, 1.6);
}

function colourBar(map: ColourMap, { right, y, bottom }: Layout): string[] {
  const [top, left] = [y(0), right + 4];
  const height = bottom - top - GAP;
  const step = height / BAR_COLOURS;
  const cells = Array.from({ length: BAR_COLOURS }, (_, cell) => {
    const colour = map.palette[Math.round(255 - (255 * cell) / (BAR_COLOURS - 1))];
    const at = { x: left, y: top + cell * step, width: 12, height: step + 0.5 };
    return `<rect ${box(at)} fill="${hexOf(colour)}"/>`;
  });
  const marks = [map.high, (map.high + map.low) / 2, map.low].map((value, index) =>
    text(left + 16, top + 10 + (index * (height - 11)) / 2, shownValue(value, map), 'start'),
  );
  return [...cells, ...marks];
}

function curveScale(map: ColourMap, { right, y, panel }: Layout): string[] {
  const [top, bottom] = [y(0) + panel.height * 0.05, y(0) + panel.height * 0.95];
  return [
    text(right, top + 8, shownValue(map.high, map), 'start'),
    text(right, bottom + 2, shownValue(map.low, map), 'start'),
  ];
}

/** Two digits of the range. */
function shownValue(value: number, { low, high }: ColourMap): string {
  const unit = 10 ** Math.floor(Math.log10(high - low) - 1);
  return formatSetting(Math.round(value / unit) * unit || 0);
}

/** A line as long as a round number of points of the data, about a third of a picture. */
function lengthBar({ width, thinning }: Size, { x, bottom, panel }: Layout): string[] {
  const wanted = (width * thinning) / 3;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const points = power * ([5, 2, 1].find((factor) => factor * power <= wanted) ?? 1);
  const length = (panel.width * points) / (width * thinning);
  const y = bottom + 8;
  return [
    `<rect ${box({ x: x(0), y, width: length, height: 2.5 })} fill="${COLOURS.ink}"/>`,
    text(x(0), y + 17, `${points} points`, 'start'),
  ];
}

function text(x: number, y: number, content: string, anchor: string): string {
  return `<text x="${short(x)}" y="${short(y)}" font-size="${FONT}px" text-anchor="${anchor}" fill="${COLOURS.ink}">${escapeHtml(content)}</text>`;
}

function short(value: number): string {
  return String(Number(value.toFixed(2)));
}
