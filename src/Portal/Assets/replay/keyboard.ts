// Keys work anywhere on the page except where they already mean something.
import { fullScreen, setVolume } from "./controls";
import type { Player } from "./player";

const speeds = [0.75, 1, 1.25, 1.5, 2];

export function keyboard(root: HTMLElement, player: Player): void {
  const keys: Record<string, () => void> = {
    " ": () => player.toggle(),
    k: () => player.toggle(),
    ArrowLeft: () => player.seek(player.time - 5),
    ArrowRight: () => player.seek(player.time + 5),
    ArrowUp: () => setVolume(player, player.main.volume + 0.1),
    ArrowDown: () => setVolume(player, player.main.volume - 0.1),
    m: () => (player.main.muted = !player.main.muted),
    f: () => fullScreen(root),
    "<": () => speed(player, -1),
    ">": () => speed(player, 1),
    Home: () => player.seek(0),
    End: () => player.seek(player.duration),
  };
  for (let digit = 0; digit < 10; digit++) keys[String(digit)] = () => player.seek((player.duration * digit) / 10);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || taken(event)) return;
    const act = keys[event.key] ?? keys[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function taken(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  if (target.closest("[data-chat]") && event.key.startsWith("Arrow")) return true;
  if (target.matches("input, select, textarea")) return !(target.matches("[data-seek]") && !/^(Arrow|Home|End|Page)/.test(event.key));
  // The page scrolls with these unless the player has the focus.
  if (["ArrowUp", "ArrowDown", "Home", "End"].includes(event.key)) return !target.closest("[data-replay]");
  return event.key === " " && target.matches("button, a, summary");
}

function speed(player: Player, step: number): void {
  const at = speeds.indexOf(player.main.playbackRate);
  player.main.playbackRate = speeds[Math.max(0, Math.min(speeds.length - 1, (at < 0 ? 1 : at) + step))]!;
}
