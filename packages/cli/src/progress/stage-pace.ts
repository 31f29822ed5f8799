/** How fast a stage goes. */
export interface Pace {
  /** Units per second over the last seconds, or null before it is known. */
  readonly rate: number | null;
  /** Seconds left at that rate, or null. */
  readonly left: number | null;
}

/** Milliseconds that the rate looks back on, so that it follows a machine that slows down. */
const MEMORY = 20_000;
/** Milliseconds before a rate is believed. */
const PATIENCE = 500;

/**
 * Measures rate and time left of one stage from (done, now) pairs; `now` is in milliseconds. A stage
 * may begin above zero, as a resumed one does: only what is done while looking counts.
 */
export function stagePace(): (done: number, total: number, now: number) => Pace {
  const marks: { done: number; now: number }[] = [];
  return (done, total, now) => {
    marks.push({ done, now });
    while (marks.length > 2 && now - marks[1].now >= MEMORY) marks.shift();
    const elapsed = now - marks[0].now;
    const gained = done - marks[0].done;
    if (elapsed < PATIENCE || gained <= 0) return { rate: null, left: null };
    const rate = (1000 * gained) / elapsed;
    return { rate, left: Math.max(0, total - done) / rate };
  };
}
