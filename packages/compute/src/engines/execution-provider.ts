import { NoetherError } from '@noether/contracts';

/** What onnxruntime's native library may run on instead of the processor. */
export type ExecutionProvider = 'cuda' | 'webgpu';

const DEVICES: Readonly<Record<ExecutionProvider, readonly string[]>> = {
  cuda: ['/dev/nvidia0', '/dev/nvidiactl', '/dev/dxg'],
  webgpu: ['/dev/dri', '/dev/nvidia0', '/dev/nvidiactl', '/dev/dxg'],
};
const NEEDS: Readonly<Record<ExecutionProvider, string>> = {
  cuda: 'It needs an NVIDIA card with CUDA 12 and cuDNN 9 on Linux x64, and onnxruntime-node installed without --onnxruntime-node-install=skip. Use onnx-native otherwise.',
  webgpu:
    'It needs a graphics card with a driver for Vulkan (Linux), Metal (macOS) or Direct3D 12 (Windows). Use onnx-native otherwise.',
};

/** The error for a provider that does not start, in its one form. */
export function providerUnavailable(
  provider: ExecutionProvider,
  missing: string,
  cause?: unknown,
): NoetherError {
  return new NoetherError(
    `onnxruntime's ${provider} provider does not start on this machine: ${missing}.`,
    {
      code: 'engine-unavailable',
      argument: `onnx-native:${provider}`,
      value: missing,
      hint: NEEDS[provider],
      ...(cause !== undefined && { cause }),
    },
  );
}

/**
 * What can be seen to be missing without starting the provider, whose libraries write to the console
 * when they fail; undefined when nothing is.
 */
export async function missingForProvider(provider: ExecutionProvider): Promise<string | undefined> {
  if (process.platform !== 'linux') {
    return provider === 'cuda' ? `the provider does not exist on ${process.platform}` : undefined;
  }
  const { existsSync } = await import('node:fs');
  const missing: string[] = [];
  if (!DEVICES[provider].some((path) => existsSync(path))) {
    missing.push(provider === 'cuda' ? 'no NVIDIA card is found' : 'no graphics card is found');
  }
  if (provider === 'cuda' && !existsSync(await cudaLibrary())) {
    missing.push('the library libonnxruntime_providers_cuda.so is not installed');
  }
  return missing.length > 0 ? missing.join(', and ') : undefined;
}

async function cudaLibrary(): Promise<string> {
  const { createRequire } = await import('node:module');
  const { dirname, join } = await import('node:path');
  const entry = createRequire(import.meta.url).resolve('onnxruntime-node');
  const folder = join(dirname(entry), '..', 'bin', 'napi-v6', process.platform, process.arch);
  return join(folder, 'libonnxruntime_providers_cuda.so');
}
