import type { ChartSpec } from './figure.js';

/** Width of a figure in px, one column (85 mm) of a paper in print. */
export const FIGURE_WIDTH = 420;

/** DejaVu Sans is drawn into the PNG; Verdana has almost the same widths where it is missing. */
export const FONT_FAMILY = 'DejaVu Sans, Verdana, Arial, sans-serif';

/** Colours told apart with any colour vision (Okabe and Ito 2008), and the greys around them. */
export const COLOURS = {
  blue: '#0072b2',
  vermillion: '#d55e00',
  green: '#009e73',
  purple: '#cc79a7',
  orange: '#e69f00',
  sky: '#56b4e9',
  ink: '#1f2a37',
  muted: '#556070',
  shade: '#b9c2ce',
  line: '#e3e7ec',
  paper: '#ffffff',
} as const;

/** Colours for things without an order, such as trajectories. */
export const SERIES: readonly string[] = [
  COLOURS.blue,
  COLOURS.orange,
  COLOURS.green,
  COLOURS.purple,
  COLOURS.sky,
  COLOURS.vermillion,
];

/** The Vega-Lite configuration all figures share; no text below 13 px, which is 7 pt where the figure is as wide as a column. */
export const THEME: ChartSpec = {
  aria: false,
  background: null,
  padding: 4,
  font: FONT_FAMILY,
  view: { stroke: COLOURS.shade, strokeWidth: 1 },
  axis: {
    labelFontSize: 13,
    titleFontSize: 13.5,
    titleFontWeight: 'normal',
    labelColor: COLOURS.muted,
    titleColor: COLOURS.ink,
    titlePadding: 6,
    gridColor: COLOURS.line,
    domain: false,
    tickColor: COLOURS.shade,
    tickSize: 4,
    tickCount: 5,
    labelFlush: false,
  },
  legend: {
    orient: 'top',
    title: null,
    labelFontSize: 13,
    labelColor: COLOURS.ink,
    labelLimit: 240,
    symbolSize: 240,
    columnPadding: 12,
    rowPadding: 4,
    offset: 6,
  },
  title: {
    anchor: 'start',
    frame: 'group',
    color: COLOURS.ink,
    fontSize: 13.5,
    fontWeight: 'bold',
    subtitleColor: COLOURS.muted,
    subtitleFontSize: 13,
    subtitlePadding: 5,
    offset: 8,
  },
  line: { strokeJoin: 'round' },
  text: { fontSize: 13, color: COLOURS.ink },
};
