import type { FeedKind } from "./wire";

/** What a room engine's browser module gives the page. The page knows no engine; the module knows no page. */
export interface Engine {
  /** Sends a stream until it is told to stop, whatever happens to the network or the engine meanwhile. */
  publish(kind: FeedKind, stream: MediaStream): void;

  /** Stops sending it. */
  unpublish(kind: FeedKind): void;

  /** Tells the others that the sound of this feed is cut. */
  mute(kind: FeedKind, muted: boolean): void;

  /** Feeds of the stage: those that are watched and are no longer there are dropped. */
  keep(feeds: ReadonlySet<string>): void;

  /** Peer connections that still live, for a reconnection. */
  legs(): string[];

  /** RTP packets received and sent since the beginning: what grows is playing. */
  packets(): Promise<number>;

  /** How media travels now. */
  route(): Promise<Route>;

  readonly events: EngineEvents;
}

export interface EngineEvents {
  /** A feed's stream, or null when there is none any more. */
  picture(feed: string, stream: MediaStream | null): void;

  /** The key under which our own feed is on stage, or null. */
  published(kind: FeedKind, feed: string | null): void;

  /** Media was refused or does not pass; the named reason is for the page's words. */
  trouble(reason: Trouble | null): void;
}

export type Trouble = "engine" | "udp" | "refused";
export type Route = "none" | "udp" | "tcp" | "relay";
