/** Milliseconds before the n-th try (from 0): doubling, jittered, never longer than the ceiling, never giving up. */
export function backOff(attempt: number, first = 300, ceiling = 8000, random = Math.random): number {
  return Math.min(ceiling, first * 2 ** Math.min(attempt, 10)) * (0.5 + random() / 2);
}

export const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));
