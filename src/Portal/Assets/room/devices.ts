/** Why a camera, a microphone or a screen was not given. */
export type DeviceRefusal = "insecure" | "denied" | "missing" | "busy" | "failed";

export function why(failure: unknown): DeviceRefusal {
  if (!isSecureContext) return "insecure"; // There is not even something to ask.
  switch ((failure as DOMException).name) {
    case "NotAllowedError":
    case "SecurityError":
      return "denied";
    case "NotFoundError":
    case "OverconstrainedError":
      return "missing";
    case "NotReadableError":
    case "AbortError":
      return "busy";
    default:
      return "failed";
  }
}

const SOUND: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/** Camera and microphone, at the one size that the replay keeps; the microphone alone when there is no camera. */
export async function camera(cameraId: string, microphoneId: string): Promise<MediaStream> {
  const audio = microphoneId === "" ? SOUND : { ...SOUND, deviceId: { exact: microphoneId } };
  const video: MediaTrackConstraints = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 25, max: 30 } };
  if (cameraId !== "") video.deviceId = { exact: cameraId };
  try {
    return await navigator.mediaDevices.getUserMedia({ audio, video });
  } catch (failure) {
    if (why(failure) !== "missing") throw failure;
    return await navigator.mediaDevices.getUserMedia({ audio });
  }
}

/** A screen, a window or a tab, with its sound when the browser can. */
export function screen(): Promise<MediaStream> {
  return navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { max: 15 }, width: { max: 1920 }, height: { max: 1080 } }, audio: true });
}

export async function list(kind: "videoinput" | "audioinput"): Promise<MediaDeviceInfo[]> {
  return (await navigator.mediaDevices.enumerateDevices()).filter((device) => device.kind === kind && device.deviceId !== "");
}

/** Calls back with the loudness of a stream, 0 to 1, some times a second, until the returned function is called. */
export function loudness(stream: MediaStream, heard: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    heard(Math.min(1, Math.sqrt(samples.reduce((sum, s) => sum + s * s, 0) / samples.length) * 4));
  }, 100);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}
