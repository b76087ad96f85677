// Remembers, in this browser only, where one stopped; offers it, never imposes it.
import { clock, fill } from "./data";
import type { Player } from "./player";

const worthIt = 30;

export function resume(root: HTMLElement, player: Player): void {
  const key = `replay:${player.data.address}`;
  const button = root.querySelector<HTMLButtonElement>("[data-resume]")!;
  const kept = Number(read(key));
  if (kept > worthIt && kept < player.duration - worthIt) {
    button.hidden = false;
    button.querySelector("[data-label]")!.textContent = fill(root.dataset.textResume!, clock(kept));
    button.addEventListener("click", () => {
      player.seek(kept);
      player.play();
    });
  }

  let saved = 0;
  player.onTime((time) => {
    if (time > 3) button.hidden = true;
    if (player.main.paused || Math.abs(time - saved) < 5) return;
    saved = time;
    write(key, String(Math.floor(time)));
  });
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Private windows may refuse; resuming is a comfort.
  }
}
