/**
 * The results of all, once the last has settled.
 * @throws the reason of the one that failed first
 */
export async function allSettled<Result>(work: readonly Promise<Result>[]): Promise<Result[]> {
  let failure: { readonly reason: unknown } | undefined;
  const note = (reason: unknown): void => {
    failure ??= { reason };
  };
  await Promise.all(work.map((each) => each.catch(note)));
  if (failure) throw failure.reason;
  return Promise.all(work);
}
