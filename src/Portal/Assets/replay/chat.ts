// The discussion scrolls with the sound, unless the reader is busy in it.
import type { Player } from "./player";

export function chat(root: HTMLElement, player: Player): void {
  const list = root.querySelector<HTMLElement>("[data-chat]");
  if (!list) return;
  const lines = [...list.querySelectorAll<HTMLElement>("li")].map((line) => ({ line, at: Number(line.dataset.at) }));
  for (const { line, at } of lines) line.querySelector("button")!.addEventListener("click", () => player.seek(at));

  let last: HTMLElement | undefined;
  player.onTime((time) => {
    const said = lines.filter(({ at }) => at <= time);
    const current = said[said.length - 1]?.line;
    if (current === last) return;
    last?.removeAttribute("data-current");
    last = current;
    current?.setAttribute("data-current", "");
    if (current && !busy(list)) list.scrollTop = current.offsetTop - list.clientHeight + current.offsetHeight + 12;
  });
}

function busy(list: HTMLElement): boolean {
  return list.matches(":hover") || list.contains(document.activeElement);
}
