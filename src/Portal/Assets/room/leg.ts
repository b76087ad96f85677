import type { Route } from "./engine";
import type { Portal } from "./portal";
import type { Candidate } from "./wire";

const PATIENCE = 2500;
const RESTART_TIME = 6000;
const NEVER_PASSED = 12000;

/**
 * One peer connection, and how it comes back: an interruption is given a moment, then ICE is restarted; when that does
 * not help either, the leg begins anew, for ever.
 */
export abstract class Leg {
  protected peer: RTCPeerConnection | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private watchdog: ReturnType<typeof setTimeout> | undefined;
  private restarting = false;
  private pending: (Candidate | null)[] = [];
  private trickling = false;

  /** Media passed once on this page: what fails later is no wall between the two. */
  private static passed = false;

  /** What keeps this leg from passing: never did for a while (UDP is blocked, most likely), or no longer does. */
  trouble: "udp" | "engine" | null = null;

  id: string | null = null;

  constructor(
    protected readonly portal: Portal,
    private readonly troubleChanged: () => void,
  ) {}

  get isAlive(): boolean {
    return this.peer !== null && this.peer.connectionState !== "closed";
  }

  get isDescribed(): boolean {
    return this.peer !== null && this.peer.remoteDescription !== null;
  }

  /** Asks the other side to restart ICE on this leg. */
  protected abstract restart(): Promise<void>;

  /** Gives this leg up and starts another for the same feed. */
  abstract again(): void;

  protected open(): RTCPeerConnection {
    this.shut();
    const peer = new RTCPeerConnection({ bundlePolicy: "max-bundle" });
    peer.onicecandidate = ({ candidate }) => this.found(candidate);
    peer.onconnectionstatechange = () => this.changed(peer);
    this.peer = peer;
    this.watchdog = setTimeout(() => this.blocked(peer), NEVER_PASSED);
    return peer;
  }

  /** Candidates wait for the description they belong to. */
  protected hold(): void {
    this.trickling = false;
  }

  /** Candidates may leave from now on: the other side knows the leg. */
  protected trickle(): void {
    this.trickling = true;
    for (const candidate of this.pending.splice(0)) this.send(candidate);
  }

  add(candidate: Candidate | null): void {
    if (candidate !== null) this.peer?.addIceCandidate(candidate).catch(() => undefined);
  }

  /** Looks at the connection now, after the network or the line came back. */
  check(): void {
    const state = this.peer?.connectionState;
    if (state === "failed" || state === "disconnected") this.recover();
  }

  close(): void {
    this.shut();
    this.id = null;
  }

  private shut(): void {
    clearTimeout(this.timer);
    clearTimeout(this.watchdog);
    this.restarting = false;
    this.trickling = false;
    this.pending = [];
    if (this.peer === null) return;
    this.peer.onconnectionstatechange = null;
    this.peer.onicecandidate = null;
    this.peer.ontrack = null;
    this.peer.close();
    this.peer = null;
  }

  private found(candidate: RTCIceCandidate | null): void {
    const wire = candidate === null || candidate.candidate === ""
      ? null
      : { candidate: candidate.candidate, sdpMid: candidate.sdpMid, sdpMLineIndex: candidate.sdpMLineIndex };
    if (this.trickling) this.send(wire);
    else this.pending.push(wire);
  }

  private send(candidate: Candidate | null): void {
    if (this.id !== null) this.portal.ask("Trickle", { leg: this.id, candidate });
  }

  private changed(peer: RTCPeerConnection): void {
    if (peer !== this.peer) return;
    clearTimeout(this.timer);
    switch (peer.connectionState) {
      case "connected":
        this.restarting = false;
        Leg.passed = true;
        clearTimeout(this.watchdog);
        this.says(null);
        break;
      case "disconnected":
        this.timer = setTimeout(() => this.recover(), PATIENCE);
        break;
      case "failed":
        this.recover();
        break;
    }
  }

  /** While the Portal is away nothing can be asked: the line's return calls check(). */
  private recover(): void {
    clearTimeout(this.timer);
    if (!this.portal.isUp || this.peer === null || this.peer.connectionState === "connected") return;
    this.timer = setTimeout(() => this.recover(), RESTART_TIME);
    if (this.trouble === null) this.says(Leg.passed ? "engine" : "udp");
    if (this.restarting) {
      this.again();
      return;
    }
    this.restarting = true;
    this.restart().catch(() => undefined);
  }

  private blocked(peer: RTCPeerConnection): void {
    if (peer === this.peer && peer.connectionState !== "connected") this.says("udp");
  }

  private says(trouble: "udp" | "engine" | null): void {
    if (this.trouble === trouble) return;
    this.trouble = trouble;
    this.troubleChanged();
  }

  async packets(): Promise<number> {
    let sum = 0;
    for (const [, report] of (await this.peer?.getStats()) ?? []) {
      if (report.type === "inbound-rtp") sum += report.packetsReceived ?? 0;
      if (report.type === "outbound-rtp") sum += report.packetsSent ?? 0;
    }
    return sum;
  }

  async route(): Promise<Route> {
    const stats = await this.peer?.getStats();
    if (stats === undefined || this.peer?.connectionState !== "connected") return "none";
    const reports = new Map<string, Record<string, unknown>>();
    stats.forEach((report: Record<string, unknown> & { id: string }) => reports.set(report.id, report));
    const pair = [...reports.values()].find((r) => r.type === "candidate-pair" && r.nominated === true && r.state === "succeeded");
    const local = reports.get(String(pair?.localCandidateId));
    if (local === undefined) return "udp";
    return local.candidateType === "relay" ? "relay" : local.protocol === "tcp" ? "tcp" : "udp";
  }
}
