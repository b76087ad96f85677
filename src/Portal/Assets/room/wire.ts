// The hub's messages, as docs/room-messages.md describes them.

export type FeedKind = "camera" | "screen";
export type ConferenceState = "planned" | "doorsOpen" | "live" | "ended" | "cancelled";

export interface Candidate {
  candidate: string;
  sdpMid: string | null;
  sdpMLineIndex: number | null;
}

export interface RoomState {
  state: ConferenceState;
  recording: boolean;
  doorsAt: string;
  startsAt: string;
  endsAt: string;
  closesAt: string;
  wentLiveAt: string | null;
  now: string;
}

export interface StageFeed {
  feed: string;
  kind: FeedKind;
  memberId: number;
  name: string;
  muted: boolean;
}

export interface ChatLine {
  id: number;
  key: string;
  memberId: number;
  name: string;
  collectivite: string;
  text: string;
  sentAt: string;
}

export interface Entered {
  participation: string;
  memberId: number;
  mayPublish: boolean;
  state: RoomState;
  stage: { feeds: StageFeed[] };
  presence: { count: number };
}

export interface Refused {
  what: string;
  why: string;
  ref: string | null;
}

/** What the Portal says. */
export interface Heard {
  Entered: Entered;
  LineReady: { keptLegs: string[] };
  LineLost: { reason: string };
  Offer: { leg: string; feed: string; sdp: string; restart: boolean };
  Answer: { ref: string; leg: string; feed: string; sdp: string };
  Candidate: { leg: string; candidate: Candidate | null };
  LegLost: { leg: string };
  StageChanged: { feeds: StageFeed[] };
  StateChanged: RoomState;
  PresenceCount: { count: number };
  ChatLines: { lines: ChatLine[] };
  Refused: Refused;
  Replaced: undefined;
  SentOut: { why: string };
}

/** What a page may ask. */
export interface Asked {
  Enter: { page: string; participation: string | null; legs: string[]; afterLine: number };
  Publish: { ref: string; kind: FeedKind; sdp: string };
  Answer: { leg: string; sdp: string };
  Restart: { ref: string; leg: string; sdp: string | null };
  Watch: { feed: string };
  Trickle: { leg: string; candidate: Candidate | null };
  HangUp: { leg: string };
  Mute: { leg: string; muted: boolean };
  Say: { key: string; text: string };
  Beat: undefined;
  GoLive: undefined;
  End: undefined;
  Extend: { minutes: number };
  Leave: undefined;
}
