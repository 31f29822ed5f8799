import { join } from 'node:path';
import type { Figure } from '@noether/report';
import { writeAtomic } from './write-atomic.js';

/** Writes each figure as SVG and PNG to a folder; returns the paths. */
export async function writeFigures(folder: string, figures: readonly Figure[]): Promise<string[]> {
  const paths: string[] = [];
  for (const { name, svg, png } of figures) {
    const [vector, raster] = [join(folder, `${name}.svg`), join(folder, `${name}.png`)];
    await writeAtomic(vector, svg);
    await writeAtomic(raster, png);
    paths.push(vector, raster);
  }
  return paths;
}
