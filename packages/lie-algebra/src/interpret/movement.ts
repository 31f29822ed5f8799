/**
 * Adds the Gram matrix, n² × n², of δ ↦ (I − Π)[δ, m]: how far a change of coordinates I + δ moves m
 * out of the span with the orthonormal basis `span`, Π the projection on it.
 */
export function addMovement(
  gram: Float64Array,
  m: Float64Array,
  span: Float64Array,
  n: number,
): void {
  const entries = n * n;
  addGram(gram, m, n);
  for (let row = 0; row < span.length; row += entries) {
    subtractOuter(gram, adjointCommutator(span.subarray(row, row + entries), m, n));
  }
}

/** The adjoint of δ ↦ [δ, m], applied to y: y mᵀ − mᵀ y. */
export function adjointCommutator(y: Float64Array, m: Float64Array, n: number): Float64Array {
  const result = new Float64Array(n * n);
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += y[a * n + k] * m[b * n + k] - m[k * n + a] * y[k * n + b];
      result[a * n + b] = sum;
    }
  }
  return result;
}

/** Adds ⟨[E_ab, m], [E_cd, m]⟩ = δ_ac (mmᵀ)_bd + δ_bd (mᵀm)_ac − m_ac m_bd − m_ca m_db. */
function addGram(normal: Float64Array, m: Float64Array, n: number): void {
  const entries = n * n;
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) {
      for (let c = 0; c < n; c++) {
        for (let d = 0; d < n; d++) {
          let sum = -m[a * n + c] * m[b * n + d] - m[c * n + a] * m[d * n + b];
          if (a === c) for (let k = 0; k < n; k++) sum += m[b * n + k] * m[d * n + k];
          if (b === d) for (let k = 0; k < n; k++) sum += m[k * n + a] * m[k * n + c];
          normal[(a * n + b) * entries + c * n + d] += sum;
        }
      }
    }
  }
}

function subtractOuter(normal: Float64Array, vector: Float64Array): void {
  const size = vector.length;
  for (let row = 0; row < size; row++) {
    if (vector[row] === 0) continue;
    for (let column = 0; column < size; column++) {
      normal[row * size + column] -= vector[row] * vector[column];
    }
  }
}
