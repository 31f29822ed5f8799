export function rebuildReport(out: string): Promise<string> {
  return Promise.reject(new Error(out));
}
