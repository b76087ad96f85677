import { at, show, write } from "./dom";
import type { Opening } from "./opening";
import { t } from "./texts";
import { Trial } from "./trial";
import type { RoomState } from "./wire";

/** The screen before the room: when it opens, what entering means, a trial of the devices for trainers. */
export class Lobby {
  private readonly root = at("lobby");
  private readonly status = at("lobby-status");
  private readonly problem = at("lobby-problem");
  private readonly enter = at<HTMLButtonElement>("enter");
  private readonly trial = new Trial();

  constructor(
    private readonly opening: Opening,
    onEnter: () => void,
    private readonly lacking: string | null,
  ) {
    this.enter.addEventListener("click", onEnter);
    if (lacking !== null) this.refuse(t(`Refused_${lacking}`));
  }

  setState(state: RoomState): void {
    this.opening.set(state);
    write(this.status, this.opening.sentence);
    this.look();
    show(this.enter, state.state !== "ended" && state.state !== "cancelled");
    show(at("lobby-after"), state.state === "ended");
  }

  look(): void {
    if (!this.opening.isKnown) return;
    this.root.toggleAttribute("data-rehearsal", this.opening.rehearses);
    this.enter.disabled = !this.opening.isOpen || this.lacking === "webrtc";
  }

  setDown(down: boolean): void {
    if (down) write(this.status, t("Reconnecting"));
    else if (this.opening.isKnown) write(this.status, this.opening.sentence);
  }

  /** The devices that the trainer tried. */
  take(): Promise<MediaStream | null> {
    return this.trial.take();
  }

  refuse(sentence: string): void {
    this.enter.removeAttribute("aria-busy");
    write(this.problem, sentence);
    show(this.problem, true);
  }

  /** Nothing here leads into the room any more: said, and the way home shown. */
  shut(sentence: string): void {
    this.refuse(sentence);
    this.trial.drop();
    for (const id of ["enter", "lobby-status", "lobby-note", "lobby-columns"]) show(at(id), false);
    show(at("lobby-home"), true);
    this.problem.focus();
  }

  busy(): void {
    show(this.problem, false);
    this.enter.setAttribute("aria-busy", "true");
  }

  close(): void {
    this.trial.silence();
    this.enter.removeAttribute("aria-busy");
    show(this.root, false);
  }

  open(): void {
    show(this.root, true);
  }
}
