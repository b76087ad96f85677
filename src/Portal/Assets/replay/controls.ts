// The bar under the pictures. Every button has its word; states are told to assistive tools.
import { clock, fill } from "./data";
import type { Player } from "./player";

export function controls(root: HTMLElement, player: Player): void {
  const find = <T extends HTMLElement>(name: string) => root.querySelector<T>(`[data-${name}]`)!;
  find("start").addEventListener("click", () => player.play());
  find("play").addEventListener("click", () => player.toggle());
  find("back").addEventListener("click", () => player.seek(player.time - 10));
  find("forward").addEventListener("click", () => player.seek(player.time + 10));
  find("swap").addEventListener("click", () => player.stage.swap());
  find("mute").addEventListener("click", () => (player.main.muted = !player.main.muted));
  find("fullscreen").addEventListener("click", () => fullScreen(root));
  find<HTMLSelectElement>("speed").addEventListener("change", (e) => (player.main.playbackRate = Number((e.target as HTMLSelectElement).value)));
  find<HTMLInputElement>("volume").addEventListener("input", (e) => setVolume(player, Number((e.target as HTMLInputElement).value)));
  seekBar(root, player, find<HTMLInputElement>("seek"), find("time"));
  showState(root, player, find);
}

export function setVolume(player: Player, volume: number): void {
  player.main.volume = Math.max(0, Math.min(1, volume));
  player.main.muted = false;
}

export function fullScreen(root: HTMLElement): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void root.requestFullscreen?.().catch(() => undefined);
}

function seekBar(root: HTMLElement, player: Player, bar: HTMLInputElement, shown: HTMLElement): void {
  let dragging = false;
  bar.addEventListener("input", () => {
    dragging = true;
    say(Number(bar.value));
  });
  bar.addEventListener("change", () => {
    dragging = false;
    player.seek(Number(bar.value));
  });
  player.onTime((time) => {
    if (dragging) return;
    bar.value = String(Math.floor(time));
    say(time);
  });

  function say(time: number): void {
    const text = clock(time);
    if (shown.textContent === text) return;
    shown.textContent = text;
    bar.setAttribute("aria-valuetext", fill(root.dataset.textPosition!, text, clock(player.duration)));
  }
}

function showState(root: HTMLElement, player: Player, find: <T extends HTMLElement>(name: string) => T): void {
  const { main } = player;
  const playing = () => {
    toggle(find("play"), "[data-icon-pause]", "[data-icon-play]", !main.paused);
    find("play").querySelector("[data-label]")!.textContent = main.paused ? root.dataset.textPlay! : root.dataset.textPause!;
  };
  const heard = () => {
    toggle(find("mute"), "[data-icon-off]", "[data-icon-on]", main.muted);
    find("mute").querySelector("[data-label]")!.textContent = main.muted ? root.dataset.textUnmute! : root.dataset.textMute!;
    find<HTMLInputElement>("volume").value = String(main.muted ? 0 : main.volume);
  };
  for (const event of ["play", "pause", "ended"]) main.addEventListener(event, playing);
  main.addEventListener("volumechange", heard);
  main.addEventListener("ratechange", () => (find<HTMLSelectElement>("speed").value = String(main.playbackRate)));
}

function toggle(button: HTMLElement, when: string, otherwise: string, on: boolean): void {
  button.querySelector<HTMLElement>(when)!.hidden = !on;
  button.querySelector<HTMLElement>(otherwise)!.hidden = on;
}
