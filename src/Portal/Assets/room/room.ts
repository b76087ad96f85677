import { onSignedOut } from "../session";
import { Bar, type BarAction } from "./bar";
import { lack } from "./capabilities";
import { Chat } from "./chat";
import { Directing } from "./directing";
import { at, show, write } from "./dom";
import type { Engine, EngineEvents } from "./engine";
import { Entrance } from "./entrance";
import { hours } from "./hours";
import { JanusEngine } from "./janus";
import { Lobby } from "./lobby";
import { Memory } from "./memory";
import { Notices } from "./notices";
import { Portal, type Shut } from "./portal";
import { Presence } from "./presence";
import { Senders } from "./senders";
import { StageView } from "./stage-view";
import { StateView } from "./state-view";
import { counted, readData, t } from "./texts";
import type { Entered, Refused, RoomState } from "./wire";

const engines: Record<string, (portal: Portal, events: EngineEvents) => Engine> = {
  janus: (portal, events) => new JanusEngine(portal, events),
};

/** Beat at which the page looks at what nobody tells it. Milliseconds. */
const LOOK = 2000;

/** The room's page: puts the parts together; before the room, inside, over or sent out. */
class Room {
  private readonly data = readData();
  private readonly hour = hours(this.data.zone, this.data.language);
  private readonly memory = new Memory(this.data.conference);
  private readonly portal = new Portal(`${this.data.hub}?conference=${this.data.conference}`);
  private readonly notices = new Notices();
  private readonly stage = new StageView(() => this.memberId);
  private readonly state = new StateView(this.hour, (text) => this.notices.announce(text), this.data.trainer);
  private readonly bar = new Bar((action) => this.act(action));
  private readonly directing = new Directing(this.portal, (text) => this.notices.complain(text));
  private readonly engine: Engine = engines[this.data.engine]!(this.portal, {
    picture: (feed, stream) => this.stage.setStream(feed, stream),
    published: (kind, feed) => this.senders.published(kind, feed),
    trouble: (reason) => this.notices.setTrouble(reason),
  });
  private readonly senders: Senders = new Senders(this.engine, this.stage, this.bar, (text) => this.notices.complain(text));
  private readonly presence = new Presence(this.portal, this.engine, this.data.beatSeconds, () => this.stage.isPlaying);
  private readonly chat = new Chat(this.portal, this.data.longestLine, () => this.memberId, this.hour);
  private readonly entrance = new Entrance(this.portal, this.memory, () => ({ legs: this.engine.legs(), afterLine: this.chat.after }));
  private readonly lobby = new Lobby(this.hour, () => this.enter(), lack(this.data.trainer), this.data.rehearsal);
  private memberId: number | null = null;

  constructor() {
    this.stage.onSilenced = () => show(at("unmute"), true);
    at("unmute").addEventListener("click", () => {
      show(at("unmute"), false);
      this.stage.play();
    });
    this.listen();
    void this.portal.start();
    setInterval(() => this.look(), LOOK);
  }

  private listen(): void {
    this.portal.onUp = () => this.connected(true);
    this.portal.onDown = () => this.connected(false);
    this.portal.onShut = (why) => this.shut(why);
    this.portal.on("Entered", (entered) => this.entered(entered));
    this.portal.on("StateChanged", (state) => this.setState(state));
    this.portal.on("StageChanged", ({ feeds }) => this.setStage(feeds));
    this.portal.on("PresenceCount", ({ count }) => this.setCount(count));
    this.portal.on("Refused", (refused) => this.refused(refused));
    this.portal.on("Replaced", () => this.entrance.replaced());
    this.portal.on("SentOut", ({ why }) => this.sentOut(why));
    onSignedOut(() => this.sentOut("SignedOut"));
  }

  private connected(up: boolean): void {
    this.lobby.setDown(!up);
    this.notices.setUp(up);
    if (up) this.entrance.resume();
  }

  private look(): void {
    void this.engine.route().then((route) => write(at("route"), t(`Route_${route}`)));
    this.bar.look();
    this.lobby.look();
  }

  /** The gesture that lets the browser play sound. */
  private enter(): void {
    this.lobby.busy();
    this.entrance.enter();
  }

  private entered(entered: Entered): void {
    const first = at("inside").hidden;
    this.memberId = entered.memberId;
    this.entrance.entered(entered.participation);
    this.setState(entered.state);
    this.setStage(entered.stage.feeds);
    this.setCount(entered.presence.count);
    this.chat.resend();
    if (first) this.goIn(entered.mayPublish);
  }

  private goIn(mayPublish: boolean): void {
    this.lobby.close();
    show(at("inside"), true);
    this.presence.start();
    at("room-title").focus();
    if (mayPublish) void this.publish();
  }

  private async publish(): Promise<void> {
    const tried = await this.lobby.take();
    if (tried !== null) this.senders.send("camera", tried);
    else if (this.memory.camera) void this.senders.open();
  }

  private setStage(feeds: Entered["stage"]["feeds"]): void {
    this.stage.setFeeds(feeds);
    this.engine.keep(new Set(feeds.map((feed) => feed.feed)));
  }

  private setCount(count: number): void {
    write(at("count"), counted("Present", count, this.data.language));
  }

  private setState(state: RoomState): void {
    this.lobby.setState(state);
    this.bar.setState(state);
    this.state.set(state);
    if (this.state.isOver) this.over();
  }

  private over(): void {
    this.stopAll();
    this.state.showOver();
    show(at("bar"), false);
    show(at("chat-form"), false);
  }

  private act(action: BarAction): void {
    switch (action) {
      case "microphone":
        void this.toggle("audio");
        break;
      case "camera":
        void this.toggle("video");
        break;
      case "screen":
        void this.senders.toggleScreen();
        break;
      case "full":
        void (document.fullscreenElement === null ? at("room-stage").requestFullscreen() : document.exitFullscreen());
        break;
      case "leave":
        this.leave();
        break;
      default:
        this.directing.act(action);
    }
  }

  private async toggle(track: "audio" | "video"): Promise<void> {
    await this.senders.toggle(track);
    this.memory.set({ camera: this.senders.hasCamera });
  }

  private leave(): void {
    this.portal.ask("Leave");
    this.stopAll();
    this.memory.set({ camera: false });
    location.assign(at<HTMLAnchorElement>("conference-link").href);
  }

  private refused({ what, why }: Refused): void {
    if (what === "Enter" && this.entrance.refused(why)) this.outside(() => this.lobby.refuse(t(`Refused_${why}`)));
    if (what === "Publish" && why === "NotFound") {
      this.senders.stop();
      this.notices.complain(t("RefusedPublish"));
    }
  }

  /** Was inside and may not be any more. One whose doors only closed waits before them again. */
  private sentOut(why: string): void {
    if (why === "NotFound" || why === "SignedOut" || why === "NotRegistered") this.shut(why);
    else this.outside(() => this.lobby.refuse(t(`Refused_${why}`)));
  }

  private shut(why: Shut): void {
    this.portal.stop();
    this.outside(() => this.lobby.shut(t(`Shut_${why}`)));
  }

  /** Before the room again, told why; a room that is over says so itself. */
  private outside(tell: () => void): void {
    this.stopAll();
    if (!at("over").hidden) return;
    show(at("inside"), false);
    this.lobby.open();
    tell();
  }

  private stopAll(): void {
    this.entrance.giveUp();
    this.presence.stop();
    this.senders.stop();
    this.setStage([]);
  }
}

new Room();
