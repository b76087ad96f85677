// Asks from time to time how far some long work is, tells it, and shows the page anew once it is done.
const every = 3_000;
const patience = 30_000;

export function reloadOnceDone<T extends { percent: number }>(address: string, isDone: (state: T) => boolean): void {
  let delay = every;
  const ask = async () => {
    try {
      const answer = await fetch(address, { headers: { accept: "application/json" } });
      const state = answer.ok && ((await answer.json()) as T);
      if (state && isDone(state)) return location.reload();
      if (state) tell(state.percent);
      delay = every;
    } catch {
      // The line is down, or the session is over: ask less often.
      delay = Math.min(patience, delay * 2);
    }

    setTimeout(() => void ask(), delay);
  };
  setTimeout(() => void ask(), delay);
}

function tell(percent: number): void {
  const bar = document.querySelector<HTMLProgressElement>("[data-percent]");
  const text = document.querySelector("[data-percent-text]");
  if (bar) bar.value = percent;
  if (text) text.textContent = String(percent);
}
