/** dx/dt as a function of x alone: writes the velocity of `state` into `velocity`. */
export type VectorField = (state: ArrayLike<number>, velocity: Float64Array) => void;
