import { inflateSync } from 'node:zlib';

/** An 8-bit RGBA image read from a PNG file. */
export interface PngImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Reads an 8-bit RGBA PNG; fails on anything else. */
export function readPng(bytes: Uint8Array): PngImage {
  const file = Buffer.from(bytes);
  if (file.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') throw new Error('not a PNG');
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
    }
  }
  if (file[24] !== 8 || file[25] !== 6) throw new Error('not 8-bit RGBA');
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  return { width, height, pixels: unfilter(inflateSync(Buffer.concat(parts)), width, height) };
}

/** The share of pixels that are darker than paper. */
export function inkShare({ pixels, width, height }: PngImage): number {
  let dark = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at] + pixels[at + 1] + pixels[at + 2] < 600) dark++;
  }
  return dark / (width * height);
}

function unfilter(raw: Buffer, width: number, height: number): Uint8Array {
  const stride = width * 4;
  const pixels = new Uint8Array(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = raw[row * (stride + 1)];
    for (let column = 0; column < stride; column++) {
      const left = column < 4 ? 0 : pixels[row * stride + column - 4];
      const up = row === 0 ? 0 : pixels[(row - 1) * stride + column];
      const corner = row === 0 || column < 4 ? 0 : pixels[(row - 1) * stride + column - 4];
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      pixels[row * stride + column] = raw[row * (stride + 1) + 1 + column] + guess;
    }
  }
  return pixels;
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(estimate - value));
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
