// The replay page: either the player, or the page that waits for the replay.
import { Player } from "./player";
import { keyboard } from "./keyboard";
import { controls } from "./controls";
import { chat } from "./chat";
import { gaps } from "./gaps";
import { resume } from "./resume";
import { reloadOnceDone } from "../waiting";
import { watching } from "./watching";
import type { ReplayData } from "./data";

const waiting = document.querySelector<HTMLElement>("[data-replay-waiting]");
if (waiting) reloadOnceDone<{ standing: string; percent: number }>(waiting.dataset.replayWaiting!, (state) => state.standing !== "BeingPrepared");

const root = document.querySelector<HTMLElement>("[data-replay]");
const data = document.getElementById("replay-data");
if (root && data) {
  const player = new Player(root, JSON.parse(data.textContent!) as ReplayData);
  controls(root, player);
  keyboard(root, player);
  chat(root, player);
  gaps(root, player);
  resume(root, player);
  watching(player);
}
