import { Bar } from "./bar";
import { Buttons } from "./buttons";
import { lack } from "./capabilities";
import { Chat } from "./chat";
import { Directing } from "./directing";
import { at, show, write } from "./dom";
import type { Engine, EngineEvents } from "./engine";
import { Entrance } from "./entrance";
import { Exclusion } from "./exclusion";
import { hours } from "./hours";
import { Inside } from "./inside";
import { JanusEngine } from "./janus";
import { Lobby } from "./lobby";
import { Memory } from "./memory";
import { Notices } from "./notices";
import { Opening } from "./opening";
import { Portal } from "./portal";
import { Presence } from "./presence";
import { Senders } from "./senders";
import { offerSound } from "./sound";
import { StageView } from "./stage-view";
import { StateView } from "./state-view";
import { readData, t } from "./texts";
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
  private readonly bar = new Bar((action) => this.buttons.press(action));
  private readonly directing = new Directing(this.portal, (text) => this.notices.complain(text));
  private readonly engine: Engine = engines[this.data.engine]!(this.portal, {
    picture: (feed, stream) => this.stage.setStream(feed, stream),
    published: (kind, feed) => this.senders.published(kind, feed),
    trouble: (reason) => this.notices.setTrouble(reason),
  });
  private readonly senders: Senders = new Senders(this.engine, this.stage, this.bar, (text) => this.notices.complain(text));
  private readonly buttons = new Buttons(this.senders, this.directing, this.memory, () => this.leave());
  private readonly presence = new Presence(this.portal, this.engine, this.data.beatSeconds, () => this.stage.isPlaying);
  private readonly inside = new Inside(this.stage, this.engine, this.senders, this.presence, this.memory, this.data.language);
  private readonly chat = new Chat(this.portal, this.data.longestLine, () => this.memberId, this.hour);
  private readonly entrance = new Entrance(this.portal, this.memory, () => ({ legs: this.engine.legs(), afterLine: this.chat.after }));
  private readonly lobby = new Lobby(new Opening(this.hour, this.data.rehearsal), () => this.enter(), lack(this.data.trainer));
  private readonly exclusion = new Exclusion(this.portal, this.lobby, () => this.stopAll());
  private memberId: number | null = null;

  constructor() {
    offerSound(this.stage);
    this.listen();
    void this.portal.start();
    setInterval(() => this.look(), LOOK);
  }

  private listen(): void {
    this.portal.onUp = () => this.connected(true);
    this.portal.onDown = () => this.connected(false);
    this.portal.on("Entered", (entered) => this.entered(entered));
    this.portal.on("StateChanged", (state) => this.setState(state));
    this.portal.on("StageChanged", ({ feeds }) => this.inside.setStage(feeds));
    this.portal.on("PresenceCount", ({ count }) => this.inside.setCount(count));
    this.portal.on("Refused", (refused) => this.refused(refused));
    this.portal.on("Replaced", () => this.entrance.replaced());
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
    const first = !this.inside.isShown;
    this.memberId = entered.memberId;
    this.entrance.entered(entered.participation);
    this.setState(entered.state);
    this.inside.setStage(entered.stage.feeds);
    this.inside.setCount(entered.presence.count);
    this.chat.resend();
    if (first) this.goIn(entered.mayPublish);
  }

  private goIn(mayPublish: boolean): void {
    this.lobby.close();
    this.inside.goIn();
    if (mayPublish) void this.inside.publish(this.lobby.take());
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

  private leave(): void {
    this.portal.ask("Leave");
    this.stopAll();
    this.memory.set({ camera: false });
    location.assign(at<HTMLAnchorElement>("conference-link").href);
  }

  private refused({ what, why }: Refused): void {
    if (what === "Enter" && this.entrance.refused(why)) this.exclusion.refuse(why);
    if (what === "Publish" && why === "NotFound") {
      this.senders.stop();
      this.notices.complain(t("RefusedPublish"));
    }
  }

  private stopAll(): void {
    this.entrance.giveUp();
    this.inside.stop();
  }
}

new Room();
