import { invalidArgument } from '@noether/contracts';

/** A surface of triangles. */
export interface Mesh {
  /** Points, row-major n × 3. */
  readonly vertices: Float64Array;
  /** Numbers of the vertices of each triangle, row-major m × 3. */
  readonly triangles: Int32Array;
}

/**
 * The same surface with the mean of its vertices at the origin and the farthest vertex at distance 1, so
 * that it fits into [−1, 1]³ however it is turned.
 * @throws NoetherError when the mesh is no surface: no triangle, a vertex that does not exist or is not
 * finite, or all vertices in one point
 */
export function unitMesh({ vertices, triangles }: Mesh): Mesh {
  const count = vertices.length / 3;
  if (triangles.length === 0) throw invalidArgument('triangles', triangles, 'give at least one');
  if (!Number.isInteger(count) || !vertices.every(Number.isFinite)) {
    throw invalidArgument('vertices', vertices, 'give three finite numbers for each');
  }
  const stray = triangles.find((vertex) => !(vertex >= 0 && vertex < count));
  if (stray !== undefined || triangles.length % 3 !== 0) {
    const wanted = `give three numbers of vertices from 0 to ${count - 1} for each`;
    throw invalidArgument('triangles', stray ?? triangles, wanted);
  }
  const centre = [0, 0, 0];
  vertices.forEach((value, at) => (centre[at % 3] += value / count));
  const centred = vertices.map((value, at) => value - centre[at % 3]);
  let radius = 0;
  for (let at = 0; at < centred.length; at += 3) {
    radius = Math.max(radius, Math.hypot(centred[at], centred[at + 1], centred[at + 2]));
  }
  if (!(radius > 0)) throw invalidArgument('vertices', vertices, 'all of them are one point');
  return { vertices: centred.map((value) => value / radius), triangles };
}

/** The mesh turned: every vertex v becomes R v, R row-major 3 × 3. */
export function turned({ vertices, triangles }: Mesh, rotation: Float64Array): Mesh {
  const moved = new Float64Array(vertices.length);
  for (let at = 0; at < vertices.length; at++) {
    const [row, first] = [3 * (at % 3), at - (at % 3)];
    moved[at] =
      rotation[row] * vertices[first] +
      rotation[row + 1] * vertices[first + 1] +
      rotation[row + 2] * vertices[first + 2];
  }
  return { vertices: moved, triangles };
}
