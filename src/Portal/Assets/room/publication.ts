import { preferH264, sayCaptureTime } from "./capabilities";
import { Leg } from "./leg";
import { backOff } from "./pause";
import type { Portal } from "./portal";
import type { FeedKind } from "./wire";
import { unique } from "./unique";

const BITRATE: Record<FeedKind, number> = { camera: 1_500_000, screen: 2_000_000 };

/** A feed that is sent, always at the size at which it is captured: the replay copies what leaves here. */
export class Publication extends Leg {
  private ref: string | null = null;
  private muted = false;
  private attempts = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly kind: FeedKind,
    private readonly stream: MediaStream,
    portal: Portal,
    private readonly published: (feed: string | null) => void,
    troubleChanged: () => void,
  ) {
    super(portal, troubleChanged);
  }

  expects(ref: string): boolean {
    return this.ref === ref;
  }

  async begin(): Promise<void> {
    clearTimeout(this.retry);
    const peer = this.open();
    this.id = null;
    for (const track of [...this.stream.getAudioTracks(), ...this.stream.getVideoTracks()]) await this.attach(peer, track);
    await peer.setLocalDescription();
    this.ref = unique();
    if (peer === this.peer) this.portal.ask("Publish", { ref: this.ref, kind: this.kind, sdp: peer.localDescription!.sdp });
  }

  private async attach(peer: RTCPeerConnection, track: MediaStreamTrack): Promise<void> {
    const video = track.kind === "video";
    if (video) track.contentHint = this.kind === "screen" ? "detail" : "motion";
    const encoding = video ? { maxBitrate: BITRATE[this.kind], scaleResolutionDownBy: 1 } : { maxBitrate: 48_000 };
    const transceiver = peer.addTransceiver(track, { direction: "sendonly", streams: [this.stream], sendEncodings: [encoding] });
    sayCaptureTime(transceiver);
    if (!video) return;
    preferH264(transceiver);
    const parameters = transceiver.sender.getParameters();
    (parameters as { degradationPreference?: string }).degradationPreference = "maintain-resolution";
    await transceiver.sender.setParameters(parameters).catch(() => undefined);
  }

  async accept(leg: string, feed: string, sdp: string): Promise<void> {
    const first = this.id !== leg;
    this.id = leg;
    this.attempts = 0;
    await this.peer?.setRemoteDescription({ type: "answer", sdp });
    this.trickle();
    if (!first) return;
    this.published(feed);
    if (this.muted) this.portal.ask("Mute", { leg, muted: true });
  }

  mute(muted: boolean): void {
    this.muted = muted;
    if (this.id !== null) this.portal.ask("Mute", { leg: this.id, muted });
  }

  protected async restart(): Promise<void> {
    if (this.peer === null || this.id === null) return;
    this.hold();
    this.peer.restartIce();
    await this.peer.setLocalDescription();
    this.ref = unique();
    this.portal.ask("Restart", { ref: this.ref, leg: this.id, sdp: this.peer.localDescription!.sdp });
    this.trickle();
  }

  again(): void {
    this.published(null);
    void this.begin();
  }

  /** The engine refused: again after a while. */
  later(): void {
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.again(), backOff(++this.attempts, 500));
  }

  override close(): void {
    clearTimeout(this.retry);
    this.ref = null;
    super.close();
  }
}
