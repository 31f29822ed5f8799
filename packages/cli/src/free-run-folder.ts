import { existsSync, readdirSync } from 'node:fs';

/** `folder`, or the first of `folder-2`, `folder-3`, … that holds nothing yet. */
export function freeRunFolder(folder: string): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? folder : `${folder}-${number}`;
    if (!existsSync(candidate) || readdirSync(candidate).length === 0) return candidate;
  }
}
