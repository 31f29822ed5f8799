/** Numbers that threads read in place where the engine shares memory, else an array that is handed over to them. */
export function sharedArray(length: number): Float64Array {
  return typeof SharedArrayBuffer === 'undefined'
    ? new Float64Array(length)
    : new Float64Array(new SharedArrayBuffer(8 * length));
}
