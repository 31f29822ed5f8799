/** dx/dt as a function of x alone: writes the velocity of `state` into `velocity`. */
export type VectorField = (state: ArrayLike<number>, velocity: Float64Array) => void;

/** dx/dt as a function of x and t; every {@link VectorField} is one that does not ask for the time. */
export type TimeField = (state: ArrayLike<number>, velocity: Float64Array, time: number) => void;

/** Writes ∂(dx/dt)/∂x, row-major d × d, into `derivative`. */
export type FieldJacobian = (
  state: ArrayLike<number>,
  derivative: Float64Array,
  time: number,
) => void;
