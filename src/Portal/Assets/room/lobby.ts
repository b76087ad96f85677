import { at, show, write } from "./dom";
import { camera, list, loudness, why } from "./devices";
import { t } from "./texts";
import type { RoomState } from "./wire";

/** The screen before the room: when it opens, what entering means, a trial of the devices for trainers. */
export class Lobby {
  private readonly root = at("lobby");
  private readonly status = at("lobby-status");
  private readonly problem = at("lobby-problem");
  private readonly enter = at<HTMLButtonElement>("enter");
  private state: RoomState | null = null;
  private ahead = 0;
  private stopMeter: () => void = () => undefined;

  private stream: MediaStream | null = null;
  private trial: Promise<void> = Promise.resolve();

  constructor(
    private readonly hour: (instant: string) => string,
    onEnter: () => void,
    private readonly lacking: string | null,
    private readonly rehearsal: { from: string; until: string } | null,
  ) {
    this.enter.addEventListener("click", onEnter);
    document.getElementById("try-devices")?.addEventListener("click", () => this.try());
    for (const id of ["camera-choice", "microphone-choice"]) document.getElementById(id)?.addEventListener("change", () => this.try());
    if (lacking !== null) this.refuse(t(`Refused_${lacking}`));
  }

  setState(state: RoomState): void {
    this.state = state;
    this.ahead = Date.parse(state.now) - Date.now();
    write(this.status, this.sentence(state));
    this.look();
    show(this.enter, state.state !== "ended" && state.state !== "cancelled");
    show(at("lobby-after"), state.state === "ended");
  }

  /** Doors that should be open by now are opened by whoever presses, even when nobody said so. */
  look(): void {
    if (this.state === null) return;
    const due = this.state.state === "planned" && Date.now() + this.ahead >= Date.parse(this.state.doorsAt);
    const open = due || this.rehearses() || this.state.state === "doorsOpen" || this.state.state === "live";
    this.root.toggleAttribute("data-rehearsal", this.rehearses());
    this.enter.disabled = !open || this.lacking === "webrtc";
  }

  setDown(down: boolean): void {
    if (down) write(this.status, t("Reconnecting"));
    else if (this.state !== null) write(this.status, this.sentence(this.state));
  }

  /** The devices that the trainer tried, to be published when entering: once. Whoever presses while the browser still opens or asks for them enters with them. */
  async take(): Promise<MediaStream | null> {
    await this.trial;
    this.silence();
    const tried = this.stream;
    this.stream = null;
    return tried;
  }

  refuse(sentence: string): void {
    this.enter.removeAttribute("aria-busy");
    write(this.problem, sentence);
    show(this.problem, true);
  }

  /** Nothing here leads into the room any more: said, and the way home shown. */
  shut(sentence: string): void {
    this.refuse(sentence);
    void this.take().then((tried) => tried?.getTracks().forEach((track) => track.stop()));
    for (const id of ["enter", "lobby-status", "lobby-note", "lobby-columns"]) show(at(id), false);
    show(at("lobby-home"), true);
    this.problem.focus();
  }

  busy(): void {
    show(this.problem, false);
    this.enter.setAttribute("aria-busy", "true");
  }

  close(): void {
    this.silence();
    this.enter.removeAttribute("aria-busy");
    show(this.root, false);
  }

  open(): void {
    show(this.root, true);
  }

  private sentence(state: RoomState): string {
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
    if (this.rehearsal === null || this.now() >= Date.parse(this.rehearsal.until)) return t("DoorsAt", this.hour(state.doorsAt));
    if (this.rehearses()) return t("RehearsalUntil", this.hour(this.rehearsal.until));
    return t("RehearsalAt", this.hour(this.rehearsal.from), this.hour(state.doorsAt));
  }

  private rehearses(): boolean {
    const { rehearsal, state } = this;
    return rehearsal !== null && state?.state === "planned" && this.now() >= Date.parse(rehearsal.from) && this.now() < Date.parse(rehearsal.until);
  }

  /** By the server's clock. */
  private now(): number {
    return Date.now() + this.ahead;
  }

  private try(): void {
    this.trial = this.trial.then(() => this.tryDevices());
  }

  private async tryDevices(): Promise<void> {
    const problem = at("device-problem");
    show(problem, false);
    this.stream?.getTracks().forEach((track) => track.stop());
    try {
      this.stream = await camera(at<HTMLSelectElement>("camera-choice").value, at<HTMLSelectElement>("microphone-choice").value);
    } catch (failure) {
      this.stream = null;
      write(problem, t(`Device_${why(failure)}`));
      show(problem, true);
      return;
    }
    await this.showDevices(this.stream);
  }

  private async showDevices(stream: MediaStream): Promise<void> {
    const preview = at<HTMLVideoElement>("preview");
    preview.srcObject = stream;
    show(at("devices"), true);
    show(preview, stream.getVideoTracks().length > 0);
    this.silence();
    const meter = at<HTMLMeterElement>("meter");
    this.stopMeter = loudness(stream, (level) => (meter.value = level));
    await this.choices("camera-choice", "videoinput", stream.getVideoTracks()[0]);
    await this.choices("microphone-choice", "audioinput", stream.getAudioTracks()[0]);
    write(at("try-devices-label"), t("TryAgain"));
  }

  /** The meter stops, once: a sound context closes only once. */
  private silence(): void {
    this.stopMeter();
    this.stopMeter = () => undefined;
  }

  private async choices(id: string, kind: "videoinput" | "audioinput", used: MediaStreamTrack | undefined): Promise<void> {
    const select = at<HTMLSelectElement>(id);
    const chosen = used?.getSettings().deviceId;
    const options = (await list(kind)).map((device, index) => new Option(device.label || `${index + 1}`, device.deviceId, false, device.deviceId === chosen));
    select.replaceChildren(...options);
  }
}
