/** A piece of a line: its width on the screen and what is written, which may hold escape codes. */
export interface Part {
  readonly width: number;
  readonly written: string;
}

export const GAP = '  ';

/** A piece of plain text, marked up by `mark`. */
export function textPart(text: string, mark: (text: string) => string = (same) => same): Part {
  return { width: text.length, written: mark(text) };
}

/** The first parts that fit `columns`, joined by a gap. */
export function fitLine(parts: readonly Part[], columns: number): string {
  const kept: string[] = [];
  let width = -GAP.length;
  for (const part of parts) {
    width += part.width + GAP.length;
    if (width > columns) break;
    kept.push(part.written);
  }
  return kept.join(GAP);
}
