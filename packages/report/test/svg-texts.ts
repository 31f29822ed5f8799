/** The texts of an SVG document as a reader sees them, in drawing order. */
export function svgTexts(svg: string): string[] {
  return Array.from(svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g), ([, text]) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  );
}

/** The font sizes of an SVG document in px. */
export function svgFontSizes(svg: string): number[] {
  return Array.from(svg.matchAll(/font-size="([\d.]+)px"/g), ([, size]) => Number(size));
}

/** Width and height of an SVG document in px. */
export function svgSize(svg: string): [width: number, height: number] {
  const [, width, height] = /<svg [^>]*width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return [Number(width), Number(height)];
}
