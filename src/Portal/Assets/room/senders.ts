import type { Bar } from "./bar";
import { camera, screen, why } from "./devices";
import type { Engine } from "./engine";
import type { StageView } from "./stage-view";
import { t } from "./texts";
import type { FeedKind } from "./wire";

/** What this page sends: camera with microphone, and screen. */
export class Senders {
  private readonly streams = new Map<FeedKind, MediaStream>();
  private readonly feeds = new Map<FeedKind, string | null>();

  constructor(
    private readonly engine: Engine,
    private readonly stage: StageView,
    private readonly bar: Bar,
    private readonly complain: (text: string) => void,
  ) {}

  get isSending(): boolean {
    return this.streams.size > 0;
  }

  get hasCamera(): boolean {
    return this.streams.has("camera");
  }

  /** The engine says under which key our feed is on stage. */
  published(kind: FeedKind, feed: string | null): void {
    this.feeds.set(kind, feed);
    this.draw(kind);
  }

  send(kind: FeedKind, stream: MediaStream): void {
    this.streams.set(kind, stream);
    for (const track of stream.getTracks()) track.addEventListener("ended", () => this.ended(kind, stream));
    this.engine.publish(kind, stream);
    this.draw(kind);
  }

  async toggle(track: "audio" | "video"): Promise<void> {
    const stream = this.streams.get("camera");
    if (stream === undefined) {
      await this.open();
      return;
    }
    const tracks = track === "audio" ? stream.getAudioTracks() : stream.getVideoTracks();
    const on = !tracks.some((one) => one.enabled);
    for (const one of tracks) one.enabled = on;
    if (track === "audio") this.engine.mute("camera", !on);
    this.draw("camera");
  }

  async toggleScreen(): Promise<void> {
    const sent = this.streams.get("screen");
    if (sent !== undefined) {
      sent.getTracks().forEach((track) => track.stop());
      this.ended("screen", sent);
      return;
    }
    try {
      this.send("screen", await screen());
    } catch (failure) {
      const reason = why(failure);
      if (reason === "insecure") this.complain(t("Device_insecure"));
      else if (reason !== "denied") this.complain(t("ScreenFailed"));
    }
  }

  async open(): Promise<void> {
    try {
      this.send("camera", await camera("", ""));
    } catch (failure) {
      this.complain(t(`Device_${why(failure)}`));
    }
  }

  stop(): void {
    for (const [kind, stream] of [...this.streams]) {
      stream.getTracks().forEach((track) => track.stop());
      this.ended(kind, stream);
    }
  }

  private ended(kind: FeedKind, stream: MediaStream): void {
    if (this.streams.get(kind) !== stream) return;
    this.streams.delete(kind);
    this.feeds.delete(kind);
    this.engine.unpublish(kind);
    this.draw(kind);
  }

  private draw(kind: FeedKind): void {
    const stream = this.streams.get(kind) ?? null;
    this.stage.setOwn(kind, stream, this.feeds.get(kind) ?? null);
    if (kind === "screen") {
      this.bar.set("screen", stream !== null);
      return;
    }
    this.bar.set("microphone", stream?.getAudioTracks().some((track) => track.enabled) ?? false);
    this.bar.set("camera", stream?.getVideoTracks().some((track) => track.enabled) ?? false);
  }
}
