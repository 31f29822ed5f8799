/** Indices and weights of the stages that a row of a Butcher tableau adds up; zeros are left out. */
export interface TableauRow {
  readonly stages: readonly number[];
  readonly weights: readonly number[];
}

/** An embedded explicit Runge–Kutta method with a continuous extension, as numbers. */
export interface ExplicitMethod {
  /** c of every stage, those of the continuous extension included. */
  readonly nodes: readonly number[];
  /** Rows 2 … s + 1; the last gives the result, and its slope is the first one of the next step. */
  readonly rows: readonly TableauRow[];
  /** Stages that only the continuous extension needs. */
  readonly extraRows: readonly TableauRow[];
  /** Rows of the continuous extension beyond the cubic Hermite part. */
  readonly denseRows: readonly TableauRow[];
  /** Weights of the error estimate. */
  readonly error: TableauRow;
  /** A second estimate of lower order, which damps the first (Hairer, Nørsett and Wanner, §II.10). */
  readonly coarseError: TableauRow;
  /** The error estimate shrinks with width^errorOrder. */
  readonly errorOrder: number;
  /** Stabilisation of the step control, β of Hairer, Nørsett and Wanner, §IV.2. */
  readonly beta: number;
}

/** A row out of the weights by the index of their stage; zeros are dropped. */
export function tableauRow(row: Readonly<Record<number, number>>): TableauRow {
  const stages = Object.keys(row)
    .map(Number)
    .filter((stage) => row[stage] !== 0);
  return { stages, weights: stages.map((stage) => row[stage]) };
}
