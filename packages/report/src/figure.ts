/** A drawing of the report, ready for a page, a paper or a file. */
export interface Figure {
  /** Stable file name without ending, e.g. `latent-space`. */
  readonly name: string;
  readonly title: string;
  /** What is drawn and what to look for, one or two sentences of plain text. */
  readonly caption: string;
  /** A complete SVG document with its own title, about 420 px wide. */
  readonly svg: string;
  /** The same at twice the size on white. */
  readonly png: Uint8Array;
}

/** A Vega-Lite specification: data, marks and encodings as plain JSON. */
export type ChartSpec = Readonly<Record<string, unknown>>;

/** A figure before it is drawn: a chart, or an SVG document of its own. */
export type FigurePlan = Pick<Figure, 'name' | 'title' | 'caption'> &
  ({ readonly spec: ChartSpec } | { readonly drawing: string });
