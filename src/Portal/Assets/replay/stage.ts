// Which pictures are shown, and which of them is the large one. Elements never move in the page: moving one stops it.
import { fill, isWithin, type Picture } from "./data";

const mostSmall = 2;

export class Stage {
  readonly videos: HTMLVideoElement[];
  private readonly figures: HTMLElement[];
  private swapped = false;

  constructor(private readonly root: HTMLElement, private readonly pictures: Picture[]) {
    const before = root.querySelector("[data-stage]")!;
    this.videos = pictures.map((_, i) => picture(i === 0));
    this.figures = pictures.map((p, i) => figure(p, this.videos[i]!, root.dataset));
    before.after(...this.figures);
    if (pictures.length === 0) {
      // Sound alone still needs an element to play it.
      this.videos = [picture(true)];
      before.append(this.videos[0]!);
    }
  }

  swap(): void {
    this.swapped = !this.swapped;
  }

  /** Shows what is on stage at this time; screens are large before cameras. */
  show(time: number): void {
    const present = this.pictures.map((p, i) => ({ p, i })).filter(({ p }) => isWithin(p.onStage, time));
    present.sort((a, b) => Number(b.p.kind === "Screen") - Number(a.p.kind === "Screen") || a.i - b.i);
    if (this.swapped && present.length > 1) present.push(present.shift()!);
    const places = new Map(present.map(({ i }, place) => [i, place]));
    this.figures.forEach((f, i) => (f.dataset.place = place(places.get(i))));
    this.root.dataset.small = String(Math.min(mostSmall, Math.max(0, present.length - 1)));
    this.root.toggleAttribute("data-nobody", present.length === 0);
    this.root.querySelector<HTMLElement>("[data-swap]")!.hidden = present.length < 2;
  }

  /** The main element plays the sound even when its picture is not shown; the others rest while they are not needed. */
  isShown(index: number): boolean {
    return this.figures[index]?.dataset.place !== "none";
  }
}

function place(position: number | undefined): string {
  if (position === undefined || position > mostSmall) return "none";
  return position === 0 ? "large" : "small";
}

function picture(main: boolean): HTMLVideoElement {
  const video = document.createElement("video");
  video.playsInline = true;
  video.preload = "auto";
  video.muted = !main;
  video.disablePictureInPicture = !main;
  return video;
}

function figure(picture: Picture, video: HTMLVideoElement, text: DOMStringMap): HTMLElement {
  const element = document.createElement("figure");
  const caption = document.createElement("figcaption");
  caption.textContent = fill((picture.kind === "Screen" ? text.textScreen : text.textCamera)!, picture.who);
  video.setAttribute("aria-label", caption.textContent);
  element.className = "replay-picture";
  element.dataset.place = "none";
  element.append(video, caption);
  return element;
}
