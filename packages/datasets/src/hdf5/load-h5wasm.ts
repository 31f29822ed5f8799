import { NoetherError } from '@noether/contracts';

/** The package h5wasm in its form for Node. */
export type H5wasm = typeof import('h5wasm/node');

/**
 * Imports h5wasm, which only readers of HDF5 need.
 * @throws NoetherError `missing-package` that says what to install
 */
export async function loadH5wasm(
  load: () => Promise<H5wasm> = () => import('h5wasm/node'),
): Promise<H5wasm> {
  try {
    return await load();
  } catch (cause) {
    // Loaders such as ts-node keep Node's message and lose its code.
    if (!/^Cannot find package 'h5wasm'/.test((cause as Error).message)) throw cause;
    throw new NoetherError('HDF5 files need the package h5wasm, which is not installed.', {
      code: 'missing-package',
      argument: 'h5wasm',
      hint: 'Run: npm install h5wasm',
      cause,
    });
  }
}
