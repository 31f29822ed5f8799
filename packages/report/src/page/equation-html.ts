import { escapeHtml } from './escape-html.js';

const TOKEN =
  /d(\p{L}+)(\d*)\/dt|(\d+(?:\.\d+)?)e([+-]?\d+)|\^(\d+)|([\p{L}_]+)(\d*)|[^\p{L}_^\d]+|[\d.]+|./gu;
const DOT_ABOVE = '\u0307';

/**
 * An equation line such as `dz1/dt = -0.87 z2 + 1.2e-4 z1^2` as HTML: a dot over the variable for the
 * time derivative, indices lowered, powers raised, variables in italics. All text is escaped.
 */
export function equationHtml(text: string): string {
  return text.replaceAll(
    TOKEN,
    (
      token,
      dotted?: string,
      index?: string,
      mantissa?: string,
      exponent?: string,
      power?: string,
      name?: string,
      nameIndex?: string,
    ) => {
      if (dotted && [...dotted].length === 1) return variable(dotted + DOT_ABOVE, index);
      if (dotted) return `d${variable(dotted, index)}/d<i>t</i>`;
      if (mantissa) return `${mantissa} × 10<sup>${minus(String(Number(exponent)))}</sup>`;
      if (power) return `<sup>${power}</sup>`;
      if (name) return FUNCTIONS.has(name) ? name : variable(name, nameIndex);
      return minus(escapeHtml(token));
    },
  );
}

const FUNCTIONS = new Set(['sin', 'cos', 'exp', 'log', 'ln', 'tanh', 'sqrt']);

function variable(name: string, index: string | undefined): string {
  return `<i>${escapeHtml(name)}</i>${index ? `<sub>${index}</sub>` : ''}`;
}

function minus(text: string): string {
  return text.replaceAll('-', '−');
}
