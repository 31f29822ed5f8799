import { NoetherError } from '@noether/contracts';

const INSTALL = 'npm install vega vega-lite @resvg/resvg-js dejavu-fonts-ttf';

/**
 * Imports a package that only drawing needs.
 * @throws NoetherError with code `missing-package` that says what to install
 */
export async function loadPackage<T>(name: string, load: () => T | Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    if (!isAbsence(cause as Error)) throw cause;
    throw new NoetherError(`Figures need the package ${name}, which is not installed.`, {
      code: 'missing-package',
      argument: name,
      hint: `Run: ${INSTALL}`,
      cause,
    });
  }
}

/** Loaders such as ts-node keep Node's message and lose its code. */
function isAbsence({ code, message }: NodeJS.ErrnoException): boolean {
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') return true;
  return code === undefined && /^Cannot find (package|module) '/.test(message);
}
