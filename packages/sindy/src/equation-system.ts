import { type EquationRecord, type Term, invalidArgument } from '@noether/contracts';
import { checkRecord } from './check-record.js';
import { compileField } from './compile-field.js';
import { equationJavaScript } from './express/javascript.js';
import { equationLatex } from './express/latex.js';
import { equationText } from './express/text.js';
import type { RunningEquations } from './running-equations.js';
import { scoreDerivatives } from './score.js';
import { simulatePath } from './simulate-path.js';
import type { ElementaryFunction } from './terms/elementary-function.js';
import { functionTable } from './terms/function-table.js';

/**
 * Makes a stored system dx/dt = Ξ Θ(x, u), or a map x[k+1] = Ξ Θ(x[k], u[k]), run: checks and copies the record, freezes it and adds
 * `evaluate`, `jacobian`, `simulate`, `text`, `latex`, `toJavaScript` and `toJson`. What is printed is
 * what is evaluated. With inputs u every state given to `evaluate`, `evaluateBatch` and `jacobian` is x
 * followed by u, and `simulate` takes them as a function of time: `simulate(x0, times, { inputs })`.
 *
 * `text` and `latex` take the number of significant digits, 1 … 17, 3 by default; a zero right-hand
 * side reads `dx/dt = 0`. `toJson` returns a plain record from which `equationSystem` makes an equal one.
 * @param functions the functions that the terms name and that are not built in
 * @throws NoetherError that names the field of the record that is wrong
 */
export function equationSystem(
  record: EquationRecord,
  functions: readonly ElementaryFunction[] = [],
): RunningEquations {
  checkRecord(record);
  const plain = copy(record);
  const table = functionTable(functions);
  const { terms, coefficients, variables, inputs = [] } = plain;
  const field = compileField(terms, coefficients, variables.length + inputs.length, table);
  return Object.freeze({
    ...plain,
    ...field,
    simulate: (initial, times, options) => {
      if (initial.length !== variables.length) {
        const wanted = `give one value for each of the ${variables.length} variables`;
        throw invalidArgument('initial', initial, wanted);
      }
      return simulatePath(field, plain, initial, times, options);
    },
    score: (data) => scoreDerivatives(field, plain, data),
    text: (digits = 3) => equationText(plain, checkedDigits(digits)),
    latex: (digits = 3) => equationLatex(plain, checkedDigits(digits)),
    toJavaScript: () => equationJavaScript(plain, table),
    toJson: () => structuredClone(plain),
  } satisfies RunningEquations);
}

function copy(record: EquationRecord): EquationRecord {
  const { variables, inputs, discrete, terms, coefficients, r2, provenance } = record;
  return Object.freeze({
    kind: 'equation-system',
    variables: Object.freeze([...variables]),
    ...(inputs && inputs.length > 0 ? { inputs: Object.freeze([...inputs]) } : {}),
    ...(discrete ? { discrete } : {}),
    terms: Object.freeze(terms.map(copyTerm)),
    coefficients: Object.freeze(coefficients.map((row) => Object.freeze([...row]))),
    r2: Object.freeze([...r2]),
    provenance: Object.freeze(structuredClone(provenance)),
  } as const);
}

function copyTerm({ name, latex, exponents, factors }: Term): Term {
  const own = { name, latex, exponents: Object.freeze([...exponents]) };
  if (!factors) return Object.freeze(own);
  const frozen = factors.map(({ function: called, weights, shift }) =>
    Object.freeze({ function: called, weights: Object.freeze([...weights]), shift }),
  );
  return Object.freeze({ ...own, factors: Object.freeze(frozen) });
}

function checkedDigits(digits: number): number {
  if (Number.isInteger(digits) && digits >= 1 && digits <= 17) return digits;
  throw invalidArgument('digits', digits, 'give a whole number of significant digits, 1 to 17');
}
