/** Rejects with a `TimeoutError` if `promise` has not settled by then. The work itself cannot be stopped. */
export async function withinMs<Result>(limitMs: number, promise: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException(`not within ${limitMs} ms`, 'TimeoutError')), limitMs);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
