import { at, show, write } from "./dom";
import { t } from "./texts";
import type { RoomState } from "./wire";

/** The conference's state inside the room: badges, the hour it closes, what is announced when it turns, and its end. */
export class StateView {
  private state: RoomState | null = null;

  constructor(
    private readonly hour: (instant: string) => string,
    private readonly announce: (text: string) => void,
    private readonly trainer: boolean,
  ) {}

  set(state: RoomState): void {
    const before = this.state;
    this.state = state;
    show(at("badge-live"), state.state === "live");
    // Before the doors only a rehearsal is inside: the page puts away what counts people or takes their words.
    at("inside").toggleAttribute("data-rehearsal", state.state === "planned");
    show(at("badge-waiting"), state.state === "doorsOpen");
    show(at("badge-recording"), state.recording);
    write(at("closes"), state.state === "live" ? t("ClosesAt", this.hour(state.closesAt)) : "");
    write(at("stage-empty-text"), t(this.emptyStage(state)));
    if (before !== null) this.sayWhatTurned(before, state);
  }

  /** Shown to trainers only while they send nothing either: nobody else would tell them. */
  private emptyStage(state: RoomState): string {
    if (this.trainer) return "StageEmptyTrainer";
    return state.state === "live" ? "StageEmptyLive" : "StageEmpty";
  }

  get isOver(): boolean {
    return this.state !== null && (this.state.state === "ended" || this.state.state === "cancelled");
  }

  /** In the place of the stage. Nothing was recorded of what was cancelled. */
  showOver(): void {
    const cancelled = this.state?.state === "cancelled";
    show(at("over-ended"), !cancelled);
    show(at("over-cancelled"), cancelled);
    show(at("over"), true);
  }

  private sayWhatTurned(before: RoomState, now: RoomState): void {
    if (before.state !== now.state) this.announce(t(`Now_${now.state}`));
    else if (!before.recording && now.recording) this.announce(t("NowRecording"));
  }
}
