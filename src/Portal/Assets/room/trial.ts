import { camera, list, loudness, why } from "./devices";
import { at, show, write } from "./dom";
import { t } from "./texts";

/** The trainer's trial of the devices before the room: a preview, a meter, and which camera and microphone. */
export class Trial {
  private stream: MediaStream | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopMeter: () => void = () => undefined;

  constructor() {
    document.getElementById("try-devices")?.addEventListener("click", () => this.try());
    for (const id of ["camera-choice", "microphone-choice"]) document.getElementById(id)?.addEventListener("change", () => this.try());
  }

  /** What was tried, to be published when entering: once. Whoever presses while the browser still opens or asks for the devices enters with them. */
  async take(): Promise<MediaStream | null> {
    await this.running;
    this.silence();
    const tried = this.stream;
    this.stream = null;
    return tried;
  }

  drop(): void {
    void this.take().then((tried) => tried?.getTracks().forEach((track) => track.stop()));
  }

  /** The meter stops, once: a sound context closes only once. */
  silence(): void {
    this.stopMeter();
    this.stopMeter = () => undefined;
  }

  private try(): void {
    this.running = this.running.then(() => this.open());
  }

  private async open(): Promise<void> {
    const problem = at("device-problem");
    show(problem, false);
    this.stream?.getTracks().forEach((track) => track.stop());
    try {
      this.stream = await camera(at<HTMLSelectElement>("camera-choice").value, at<HTMLSelectElement>("microphone-choice").value);
    } catch (failure) {
      this.stream = null;
      write(problem, t(`Device_${why(failure)}`));
      show(problem, true);
      return;
    }
    await this.show(this.stream);
  }

  private async show(stream: MediaStream): Promise<void> {
    const preview = at<HTMLVideoElement>("preview");
    preview.srcObject = stream;
    show(at("devices"), true);
    show(preview, stream.getVideoTracks().length > 0);
    this.silence();
    const meter = at<HTMLMeterElement>("meter");
    this.stopMeter = loudness(stream, (level) => (meter.value = level));
    await this.choices("camera-choice", "videoinput", stream.getVideoTracks()[0]);
    await this.choices("microphone-choice", "audioinput", stream.getAudioTracks()[0]);
    write(at("try-devices-label"), t("TryAgain"));
  }

  private async choices(id: string, kind: "videoinput" | "audioinput", used: MediaStreamTrack | undefined): Promise<void> {
    const select = at<HTMLSelectElement>(id);
    const chosen = used?.getSettings().deviceId;
    const options = (await list(kind)).map((device, index) => new Option(device.label || `${index + 1}`, device.deviceId, false, device.deviceId === chosen));
    select.replaceChildren(...options);
  }
}
