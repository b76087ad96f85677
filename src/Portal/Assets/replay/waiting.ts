// Asks from time to time whether the replay is there, then shows it.
const every = 3_000;
const patience = 30_000;

export function waitForReplay(address: string): void {
  let delay = every;
  const ask = async () => {
    try {
      const answer = await fetch(address, { headers: { accept: "application/json" } });
      const state = answer.ok && ((await answer.json()) as { standing: string });
      if (state && state.standing !== "BeingPrepared") return location.reload();
      delay = every;
    } catch {
      // The line is down, or the session is over: ask less often.
      delay = Math.min(patience, delay * 2);
    }

    setTimeout(() => void ask(), delay);
  };
  setTimeout(() => void ask(), delay);
}
