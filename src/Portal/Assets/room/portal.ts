import { HubConnection, HubConnectionBuilder, HubConnectionState, LogLevel } from "@microsoft/signalr";
import { Negotiation } from "./negotiation";
import { backOff, pause } from "./pause";
import type { Asked, Heard } from "./wire";

const HEARD: (keyof Heard)[] = [
  "Entered", "LineReady", "LineLost", "Offer", "Answer", "Candidate", "LegLost", "StageChanged", "StateChanged", "PresenceCount", "ChatLines", "Refused", "Replaced", "SentOut",
];

/** Why the door of the room is shut to this reader. */
export type Shut = "NotFound" | "SignedOut" | "NotRegistered";

/** Within this time those who were cut together come back. Milliseconds. */
const SPREAD = 2000;

type Listener<K extends keyof Heard> = (message: Heard[K]) => void;

/** The connection to the Portal's hub: made again for ever, with jitter, until the page is left. */
export class Portal {
  private readonly hub: HubConnection;
  private readonly negotiation = new Negotiation();
  private readonly listeners = new Map<string, ((message: never) => void)[]>();
  private stopped = false;

  /** Connected, for the first time or again. */
  onUp: () => void = () => undefined;

  /** Lost; trying again. */
  onDown: () => void = () => undefined;

  /** The Portal does not know this address for this reader (any more). */
  onShut: (why: Shut) => void = () => undefined;

  constructor(address: string) {
    this.hub = new HubConnectionBuilder().withUrl(address, { httpClient: this.negotiation }).configureLogging(LogLevel.None).build();
    this.hub.keepAliveIntervalInMilliseconds = 5000;
    this.hub.serverTimeoutInMilliseconds = 15000;
    for (const name of HEARD) this.hub.on(name, (message) => this.tell(name, message));
    this.hub.onclose(() => {
      if (this.stopped) return;
      this.onDown();
      void this.comeBack();
    });
    addEventListener("online", () => this.wake());
  }

  get isUp(): boolean {
    return this.hub.state === HubConnectionState.Connected;
  }

  on<K extends keyof Heard>(name: K, listener: Listener<K>): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener as (message: never) => void]);
  }

  async start(): Promise<void> {
    for (let attempt = 0; !this.stopped; attempt++) {
      try {
        await this.hub.start();
        this.onUp();
        return;
      } catch {
        if (this.negotiation.refusal !== null) {
          this.onShut(this.negotiation.refusal);
          return;
        }
        if (attempt === 0) this.onDown();
        await Promise.race([pause(backOff(attempt, 300, 5000)), this.woken()]);
      }
    }
  }

  /** A whole room may have been cut at this same instant: each comes back at a moment of its own. */
  private async comeBack(): Promise<void> {
    await Promise.race([pause(Math.random() * SPREAD), this.woken()]);
    await this.start();
  }

  /** Sends a call; false when the connection is down. Whether it was granted comes back as a message. */
  ask<K extends keyof Asked>(name: K, ...call: Asked[K] extends undefined ? [] : [Asked[K]]): boolean {
    if (!this.isUp) return false;
    this.hub.send(name, ...call).catch(() => undefined);
    return true;
  }

  stop(): void {
    this.stopped = true;
    void this.hub.stop();
  }

  private wake: () => void = () => undefined;

  private woken(): Promise<void> {
    return new Promise((done) => (this.wake = done));
  }

  private tell(name: string, message: unknown): void {
    for (const listener of this.listeners.get(name) ?? []) listener(message as never);
  }
}
