import type { Mesh } from './mesh.js';

/** How a mesh is drawn. */
export interface RenderOptions {
  /** Pixels along each side; default 48. */
  readonly pixels?: number;
  /** The picture shows [−halfWidth, halfWidth]²; default 1. */
  readonly halfWidth?: number;
  /** Depth is compared at samples² points of each pixel, whose mean it shows; default 4. */
  readonly samples?: number;
}

/** Where the light comes from: as far along each axis, so that turning the axes into each other keeps it. */
const LIGHT = 1 / Math.sqrt(3);
/** Grey of a face turned away from the light. */
const AMBIENT = 0.3;

/**
 * Orthographic picture of a mesh as seen from far out on axis a (0, 1, 2 = x, y, z), axis a + 1 pointing
 * to the right and a + 2 up: grey levels from 0 (nothing) to 1, row-major pixels × pixels, the top row first.
 *
 * A z-buffer keeps the nearest face at samples² points of each pixel. A face is flat and has two sides:
 * with n its normal towards the viewer and l = (1, 1, 1)/√3 its grey is 0.3 + 0.7 (1 + n·l)/2.
 */
export function renderView(
  { vertices, triangles }: Mesh,
  axis: 0 | 1 | 2,
  { pixels = 48, halfWidth = 1, samples = 4 }: RenderOptions = {},
): Float64Array {
  const size = pixels * samples;
  const screen = toScreen(vertices, axis, size, halfWidth);
  const depth = new Float64Array(size * size).fill(-Infinity);
  const grey = new Float64Array(size * size);
  for (let at = 0; at < triangles.length; at += 3) {
    const [a, b, c] = [3 * triangles[at], 3 * triangles[at + 1], 3 * triangles[at + 2]];
    fill({ screen, size, depth, grey }, [a, b, c], greyOf(vertices, a, b, c, axis));
  }
  return averaged(grey, pixels, samples);
}

/** Columns and rows in samples from the top left corner, and depths, larger is nearer. */
function toScreen(
  vertices: Float64Array,
  axis: number,
  size: number,
  halfWidth: number,
): Float64Array {
  const screen = new Float64Array(vertices.length);
  const scale = size / (2 * halfWidth);
  for (let at = 0; at < vertices.length; at += 3) {
    screen[at] = size / 2 + scale * vertices[at + ((axis + 1) % 3)];
    screen[at + 1] = size / 2 - scale * vertices[at + ((axis + 2) % 3)];
    screen[at + 2] = vertices[at + axis];
  }
  return screen;
}

function greyOf(v: Float64Array, a: number, b: number, c: number, axis: number): number {
  const [px, py, pz] = [v[b] - v[a], v[b + 1] - v[a + 1], v[b + 2] - v[a + 2]];
  const [qx, qy, qz] = [v[c] - v[a], v[c + 1] - v[a + 1], v[c + 2] - v[a + 2]];
  const normal = [py * qz - pz * qy, pz * qx - px * qz, px * qy - py * qx];
  const length = Math.hypot(...normal) * (normal[axis] < 0 ? -1 : 1);
  const lit = (LIGHT * (normal[0] + normal[1] + normal[2])) / length;
  return AMBIENT + ((1 - AMBIENT) * (1 + lit)) / 2;
}

interface Buffers {
  readonly screen: Float64Array;
  readonly size: number;
  readonly depth: Float64Array;
  readonly grey: Float64Array;
}

/** Row by row, the samples between the two edges that cross the row, where the face is the nearest so far. */
function fill(
  { screen, size, depth, grey }: Buffers,
  [a, b, c]: readonly [number, number, number],
  shade: number,
): void {
  const [ax, ay, az] = [screen[a], screen[a + 1], screen[a + 2]];
  const [bx, by] = [screen[b] - ax, screen[b + 1] - ay];
  const [cx, cy] = [screen[c] - ax, screen[c + 1] - ay];
  const area = bx * cy - cx * by;
  if (area === 0) return;
  const [bz, cz] = [screen[b + 2] - az, screen[c + 2] - az];
  const slopeX = (bz * cy - cz * by) / area;
  const slopeY = (bx * cz - cx * bz) / area;
  const top = Math.max(0, Math.ceil(ay + Math.min(0, by, cy) - 0.5));
  const bottom = Math.min(size - 1, Math.floor(ay + Math.max(0, by, cy) - 0.5));
  for (let row = top; row <= bottom; row++) {
    const y = row + 0.5 - ay;
    let [left, right] = [Infinity, -Infinity];
    const cross = (x0: number, y0: number, x1: number, y1: number): void => {
      if (y0 === y1 || y < Math.min(y0, y1) || y > Math.max(y0, y1)) return;
      const x = x0 + ((y - y0) / (y1 - y0)) * (x1 - x0);
      if (x < left) left = x;
      if (x > right) right = x;
    };
    cross(0, 0, bx, by);
    cross(bx, by, cx, cy);
    cross(cx, cy, 0, 0);
    const first = Math.max(0, Math.ceil(ax + left - 0.5));
    const last = Math.min(size - 1, Math.floor(ax + right - 0.5));
    for (let column = first; column <= last; column++) {
      const near = az + slopeX * (column + 0.5 - ax) + slopeY * y;
      const at = row * size + column;
      if (near > depth[at]) {
        depth[at] = near;
        grey[at] = shade;
      }
    }
  }
}

function averaged(grey: Float64Array, pixels: number, samples: number): Float64Array {
  const picture = new Float64Array(pixels * pixels);
  const share = 1 / (samples * samples);
  let at = 0;
  for (let row = 0; row < pixels * samples; row++) {
    const first = Math.floor(row / samples) * pixels;
    for (let column = 0; column < pixels; column++) {
      let sum = 0;
      for (let sample = 0; sample < samples; sample++) sum += grey[at++];
      picture[first + column] += share * sum;
    }
  }
  return picture;
}
