import { Leg } from "./leg";
import { backOff } from "./pause";
import type { Portal } from "./portal";
import { unique } from "./unique";

/** A feed that is watched: the engine offers, the page answers. */
export class Watching extends Leg {
  private readonly stream = new MediaStream();
  private attempts = 0;

  constructor(
    leg: string,
    readonly feed: string,
    portal: Portal,
    private readonly show: (stream: MediaStream) => void,
    troubleChanged: () => void,
  ) {
    super(portal, troubleChanged);
    this.id = leg;
  }

  async accept(sdp: string): Promise<void> {
    const peer = this.peer ?? this.begin();
    this.hold();
    await peer.setRemoteDescription({ type: "offer", sdp });
    await peer.setLocalDescription();
    if (this.id !== null) this.portal.ask("Answer", { leg: this.id, sdp: peer.localDescription!.sdp });
    this.trickle();
  }

  private begin(): RTCPeerConnection {
    const peer = this.open();
    peer.ontrack = ({ track }) => {
      this.stream.addTrack(track);
      this.show(this.stream);
    };
    return peer;
  }

  protected restart(): Promise<void> {
    if (this.id !== null) this.portal.ask("Restart", { ref: unique(), leg: this.id, sdp: null });
    return Promise.resolve();
  }

  again(): void {
    const delay = this.attempts++ === 0 ? 0 : backOff(this.attempts);
    setTimeout(() => this.isAlive && this.portal.ask("Watch", { feed: this.feed }), delay);
  }
}
