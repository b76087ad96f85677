// Tells the Portal which parts were really played, so that watching a replay earns its points. The Portal decides what it believes.
import type { Player } from "./player";

interface Part {
  from: number;
  to: number;
}

interface Progress {
  percent: number;
  needed: number;
  points: number;
  reached: boolean;
}

const every = 15_000;
/** Between two looks playback moves a little; more is a jump. A hidden tab looks once a second, at twice the speed at most. */
const jump = 3;
const mostParts = 30;

export function watching(player: Player): void {
  const line = document.querySelector<HTMLElement>("[data-watched]");
  if (!line) return;
  let parts: Part[] = [];
  let open: Part | undefined;

  player.onTime((time) => {
    if (player.main.paused || player.main.seeking) {
      open = undefined;
      return;
    }
    if (open && time >= open.to && time - open.to < jump) open.to = time;
    else if (!open || time !== open.to) parts.push((open = { from: time, to: time }));
  });

  const send = async (keepalive: boolean) => {
    const played = parts.filter((p) => p.to > p.from).slice(-mostParts);
    if (played.length === 0) return;
    parts = [];
    open = undefined;
    try {
      const answer = await fetch(line.dataset.watched!, {
        method: "POST", keepalive, headers: { "content-type": "application/json" }, body: JSON.stringify({ played }),
      });
      if (answer.ok) show(line, (await answer.json()) as Progress);
    } catch {
      parts = [...played, ...parts]; // The line is down: told with the next beat.
    }
  };

  setInterval(() => void send(false), every);
  addEventListener("pagehide", () => void send(true));
}

function show(line: HTMLElement, progress: Progress): void {
  line.querySelector("progress")!.value = progress.percent;
  line.querySelector("[data-percent]")!.textContent = String(progress.percent);
  line.querySelector<HTMLElement>("[data-reached]")!.hidden = !progress.reached;
}
