/** Adds up the lines «@noether/<name>: N passed, N failed» of `output`, and who is missing there. */
export function sumReports(output, expected) {
  const reported = new Set();
  let passed = 0;
  let failed = 0;
  for (const match of output.matchAll(/^(@noether\/[\w-]+): (\d+) passed, (\d+) failed$/gm)) {
    reported.add(match[1]);
    passed += Number(match[2]);
    failed += Number(match[3]);
  }
  return { passed, failed, missing: expected.filter((name) => !reported.has(name)) };
}
