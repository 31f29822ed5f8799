import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';
import { boxes, objects, unitMesh, type Box, type Mesh } from '@noether/datasets';

/** Volume inside a closed surface: the sum over its triangles of det(a, b, c)/6. */
function volume({ vertices: v, triangles }: Mesh): number {
  let sum = 0;
  for (let at = 0; at < triangles.length; at += 3) {
    const [a, b, c] = [0, 1, 2].map((corner) => 3 * triangles[at + corner]);
    sum +=
      v[a] * (v[b + 1] * v[c + 2] - v[b + 2] * v[c + 1]) +
      v[a + 1] * (v[b + 2] * v[c] - v[b] * v[c + 2]) +
      v[a + 2] * (v[b] * v[c + 1] - v[b + 1] * v[c]);
  }
  return sum / 6;
}

/** Every edge is walked once in each direction. */
function isClosed({ triangles }: Mesh): boolean {
  const edges = Array.from(triangles, (from, at) => {
    const to = triangles[at % 3 === 2 ? at - 2 : at + 1];
    return [`${from} ${to}`, `${to} ${from}`];
  });
  const walked = new Set(edges.map(([edge]) => edge));
  return walked.size === edges.length && edges.every(([, back]) => walked.has(back));
}

test('boxes are closed surfaces whose outside is outside', () => {
  const list: Box[] = [
    [0, 1, -2, 1, 0.5, 1],
    [3, 5, 0, 1, 0, 4],
  ];
  close(volume(boxes(list)), 1.5 + 8, { rtol: 1e-14 });
  assert.ok(isClosed(boxes(list)));
});

for (const [name, mesh] of Object.entries(objects)) {
  test(`the ${name} is closed and fits the unit ball about the mean of its vertices`, () => {
    assert.ok(isClosed(mesh) && volume(mesh) > 0);
    const { vertices } = unitMesh(mesh);
    const norms = Array.from({ length: vertices.length / 3 }, (_, vertex) =>
      Math.hypot(...vertices.subarray(3 * vertex, 3 * vertex + 3)),
    );
    close(Math.max(...norms), 1, { rtol: 1e-14 });
    for (const axis of [0, 1, 2]) {
      const mean = vertices.filter((_, at) => at % 3 === axis).reduce((sum, x) => sum + x, 0);
      close(mean, 0, { atol: 1e-12 });
    }
  });
}

test('what is no surface is refused', () => {
  const [vertices, triangles] = [new Float64Array(9), Int32Array.of(0, 1, 2)];
  assert.throws(() => unitMesh({ vertices, triangles }), /all of them are one point/);
  assert.throws(() => unitMesh({ vertices, triangles: Int32Array.of() }), /at least one/);
  assert.throws(() => unitMesh({ vertices, triangles: Int32Array.of(0, 1, 3) }), /is 3; .*0 to 2/);
  assert.throws(() => unitMesh({ vertices: Float64Array.of(1, 2, NaN), triangles }), /finite/);
});

test.run();
