import { t } from "./texts";
import type { RoomState } from "./wire";

/** When the room lets people in, by the server's clock: a rehearsal before the doors, then the doors. */
export class Opening {
  private state: RoomState | null = null;
  private ahead = 0;

  constructor(
    private readonly hour: (instant: string) => string,
    private readonly rehearsal: { from: string; until: string } | null,
  ) {}

  set(state: RoomState): void {
    this.state = state;
    this.ahead = Date.parse(state.now) - Date.now();
  }

  get isKnown(): boolean {
    return this.state !== null;
  }

  /** Doors that should be open by now are opened by whoever presses, even when nobody said so. */
  get isOpen(): boolean {
    const due = this.state?.state === "planned" && this.now >= Date.parse(this.state.doorsAt);
    return due || this.rehearses || this.state?.state === "doorsOpen" || this.state?.state === "live";
  }

  get rehearses(): boolean {
    const { rehearsal, state } = this;
    return rehearsal !== null && state?.state === "planned" && this.now >= Date.parse(rehearsal.from) && this.now < Date.parse(rehearsal.until);
  }

  get sentence(): string {
    const { state } = this;
    if (state === null) return "";
    switch (state.state) {
      case "planned":
        return this.beforeDoors(state);
      case "doorsOpen":
        return t("DoorsOpen", this.hour(state.startsAt));
      case "live":
        return t("LiveSince", this.hour(state.wentLiveAt ?? state.startsAt));
      case "ended":
        return t("Ended");
      case "cancelled":
        return t("Cancelled");
    }
  }

  private beforeDoors(state: RoomState): string {
    if (this.rehearsal === null || this.now >= Date.parse(this.rehearsal.until)) return t("DoorsAt", this.hour(state.doorsAt));
    if (this.rehearses) return t("RehearsalUntil", this.hour(this.rehearsal.until));
    return t("RehearsalAt", this.hour(this.rehearsal.from), this.hour(state.doorsAt));
  }

  private get now(): number {
    return Date.now() + this.ahead;
  }
}
