import { show } from "./dom";
import type { RoomState } from "./wire";

/** The end of the room is near enough to be put off. Milliseconds. */
const SOON = 20 * 60_000;

export type BarAction = "microphone" | "camera" | "screen" | "start" | "end" | "extend" | "full" | "leave";

/** The buttons at the bottom. Those of the trainer are in the page only for trainers. */
export class Bar {
  private state: RoomState | null = null;
  private ahead = 0;

  constructor(act: (action: BarAction) => void) {
    for (const button of document.querySelectorAll<HTMLButtonElement>("[data-action]")) {
      button.addEventListener("click", () => act(button.dataset.action as BarAction));
    }
    if (!document.fullscreenEnabled) this.show("full", false);
  }

  /** A switch, on or off: its words and its icon say what pressing it does. */
  set(action: BarAction, on: boolean): void {
    for (const button of this.all(action)) button.dataset.on = on ? "yes" : "no";
  }

  show(action: BarAction, shown: boolean): void {
    for (const button of this.all(action)) show(button, shown);
  }

  setState(state: RoomState): void {
    this.state = state;
    this.ahead = Date.parse(state.now) - Date.now();
    this.show("start", state.state === "doorsOpen");
    this.show("end", state.state === "live");
    this.look();
  }

  /** Near the end, by the server's clock, the trainer is offered more time. */
  look(): void {
    const extend = document.getElementById("bar-extend");
    if (extend === null || this.state === null) return;
    show(extend, this.state.state === "live" && Date.parse(this.state.closesAt) - (Date.now() + this.ahead) < SOON);
  }

  private all(action: BarAction): HTMLButtonElement[] {
    return [...document.querySelectorAll<HTMLButtonElement>(`[data-action="${action}"]`)];
  }
}
