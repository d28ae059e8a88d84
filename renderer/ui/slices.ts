// Long work on the page's own thread, a few milliseconds at a time, so that keys and mouse are answered in between.

const SLICE_MS = 8;

/** Runs a generator to its end in slices and hands over its result; the returned function stops it. */
export function runInSlices<T>(work: Generator<unknown, T>, done: (result: T) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const go = (): void => {
    const end = performance.now() + SLICE_MS;
    while (performance.now() < end) {
      const step = work.next();
      if (step.done) {
        done(step.value);
        return;
      }
    }
    timer = setTimeout(go, 0);
  };
  go();
  return () => clearTimeout(timer);
}

/** Runs a generator to its end at once. */
export function runAtOnce<T>(work: Generator<unknown, T>): T {
  while (true) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
