import type { Mesh } from './mesh.js';

/** An axis-parallel box. */
export type Box = readonly [x0: number, x1: number, y0: number, y1: number, z0: number, z1: number];

/** The surfaces of boxes, twelve triangles each, corners counterclockwise as seen from outside. */
export function boxes(list: readonly Box[]): Mesh {
  const vertices = list.flatMap((box) =>
    Array.from({ length: 24 }, (_, at) => {
      const [corner, axis] = [Math.floor(at / 3), at % 3];
      return box[2 * axis + ((corner >> axis) & 1)];
    }),
  );
  const faces = [0, 1, 2].flatMap((axis) => {
    const [far, along, up] = [0, 1, 2].map((turn) => 1 << ((axis + turn) % 3));
    const near = [0, up, up + along, 0, up + along, along];
    return [...near, ...near.toReversed().map((corner) => corner + far)];
  });
  const triangles = list.flatMap((_, box) => faces.map((corner) => 8 * box + corner));
  return { vertices: Float64Array.from(vertices), triangles: Int32Array.from(triangles) };
}
