// Parts that were not recorded: marked on the bar, said on the stage, and one press to pass them.
import { clock, fill } from "./data";
import type { Player } from "./player";

export function gaps(root: HTMLElement, player: Player): void {
  const bar = root.querySelector<HTMLElement>("[data-gaps]")!;
  for (const gap of player.data.gaps) {
    const mark = document.createElement("span");
    mark.style.insetInlineStart = `${(gap.start / player.duration) * 100}%`;
    mark.style.width = `${((gap.end - gap.start) / player.duration) * 100}%`;
    bar.append(mark);
  }

  const note = root.querySelector<HTMLElement>("[data-gap]")!;
  const current = () => player.data.gaps.find((gap) => player.time > gap.start + 0.3 && player.time < gap.end - 0.3);
  root.querySelector("[data-skip]")!.addEventListener("click", () => {
    const gap = current();
    if (gap) player.seek(gap.end);
  });
  player.onTime(() => {
    const gap = current();
    note.hidden = !gap;
    if (gap) note.querySelector("p")!.textContent = fill(root.dataset.textGap!, clock(gap.end - gap.start));
  });
}
