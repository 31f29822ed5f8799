/** A function of one argument with what is needed to fit, simulate, print and export it. */
export interface ElementaryFunction {
  /** As printed and stored, e.g. `sin`. */
  readonly name: string;
  evaluate(argument: number): number;
  /** The first derivative. */
  derivative(argument: number): number;
  /** JavaScript for the value; `name(argument)` when left out, for a function the reader has. */
  javascript?(argument: string): string;
  /** LaTeX for the value; `name(argument)` in upright letters when left out. */
  latex?(argument: string): string;
}
