const GREEK = new Set(
  (
    'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau ' +
    'upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega'
  ).split(' '),
);

/** A variable in LaTeX, cut so that a dot can go over the letter: `z1` → base `z`, index `_{1}`, `u_xx` → `_{xx}`. */
export function variableLatex(name: string): { base: string; index: string } {
  const derivative = /^([A-Za-z])_([xyz]+)$/.exec(name);
  if (derivative) return { base: derivative[1], index: `_{${derivative[2]}}` };
  const match = /^([A-Za-z]+)_?(\d*)$/.exec(name);
  if (!match) return { base: `\\mathrm{${escaped(name)}}`, index: '' };
  const [, letters, digits] = match;
  const base = GREEK.has(letters)
    ? `\\${letters}`
    : letters.length === 1
      ? letters
      : `\\mathrm{${letters}}`;
  return { base, index: digits ? `_{${digits}}` : '' };
}

function escaped(name: string): string {
  return name
    .replace(/\\/g, '\u0000')
    .replace(/[_#$%&{}]/g, '\\$&')
    .replace(/\^/g, '\\hat{}')
    .replace(/~/g, '\\sim ')
    .replace(/ /g, '\\ ')
    .replaceAll('\u0000', '\\backslash ');
}
