import { type EquationRecord, type EquationSystem, invalidArgument } from '@noether/contracts';
import { checkRecord } from './check-record.js';
import { compileField } from './compile-field.js';
import { equationLatex } from './express/latex.js';
import { equationText } from './express/text.js';

/**
 * Makes a stored system dx/dt = Ξ Θ(x) run: checks and copies the record, freezes it and adds
 * `evaluate`, `text`, `latex` and `toJson`. What is printed is what is evaluated.
 *
 * `text` and `latex` take the number of significant digits, 1 … 17, 3 by default; a zero right-hand
 * side reads `dx/dt = 0`. `toJson` returns a plain record from which `equationSystem` makes an equal one.
 * @throws NoetherError that names the field of the record that is wrong
 */
export function equationSystem(record: EquationRecord): EquationSystem {
  checkRecord(record);
  const plain = copy(record);
  const evaluate = compileField(plain.terms, plain.coefficients, plain.variables.length);
  return Object.freeze({
    ...plain,
    evaluate,
    text: (digits = 3) => equationText(plain, checkedDigits(digits)),
    latex: (digits = 3) => equationLatex(plain, checkedDigits(digits)),
    toJson: () => structuredClone(plain),
  });
}

function copy(record: EquationRecord): EquationRecord {
  const { variables, terms, coefficients, r2, provenance } = record;
  return Object.freeze({
    kind: 'equation-system',
    variables: Object.freeze([...variables]),
    terms: Object.freeze(
      terms.map(({ name, latex, exponents }) =>
        Object.freeze({ name, latex, exponents: Object.freeze([...exponents]) }),
      ),
    ),
    coefficients: Object.freeze(coefficients.map((row) => Object.freeze([...row]))),
    r2: Object.freeze([...r2]),
    provenance: Object.freeze(structuredClone(provenance)),
  } as const);
}

function checkedDigits(digits: number): number {
  if (Number.isInteger(digits) && digits >= 1 && digits <= 17) return digits;
  throw invalidArgument('digits', digits, 'give a whole number of significant digits, 1 to 17');
}
