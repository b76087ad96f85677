/** H.264 constrained baseline, one packetization, and its retransmissions: the one format everybody in the room reads. */
export function h264(codecs: RTCRtpCodec[]): RTCRtpCodec[] {
  const picture = codecs.filter(
    (c) => c.mimeType.toLowerCase() === "video/h264" && /packetization-mode=1/.test(c.sdpFmtpLine ?? "") && /profile-level-id=42[ec]0/i.test(c.sdpFmtpLine ?? ""),
  );
  return picture.length === 0 ? [] : [...picture, ...codecs.filter((c) => c.mimeType.toLowerCase() === "video/rtx")];
}

export function preferH264(transceiver: RTCRtpTransceiver): void {
  const codecs = h264(RTCRtpSender.getCapabilities("video")?.codecs ?? []);
  if (codecs.length > 0) transceiver.setCodecPreferences(codecs);
}

export type Lack = "insecure" | "webrtc" | "h264" | "h264_sending";

/** What this browser lacks to take part, by name; null when nothing. */
export function lack(publishes: boolean): Lack | null {
  if (typeof RTCPeerConnection === "undefined" || typeof RTCRtpReceiver === "undefined") return "webrtc";
  if (publishes && !isSecureContext) return "insecure";
  if (publishes && h264(RTCRtpSender.getCapabilities("video")?.codecs ?? []).length === 0) return "h264_sending";
  return h264(RTCRtpReceiver.getCapabilities("video")?.codecs ?? []).length === 0 ? "h264" : null;
}

interface HeaderExtensions {
  getHeaderExtensionsToNegotiate(): { uri: string; direction: RTCRtpTransceiverDirection }[];
  setHeaderExtensionsToNegotiate(extensions: { uri: string; direction: RTCRtpTransceiverDirection }[]): void;
}

/** Packets then say when their picture or sound was captured, and the replay keeps both in step. A browser that cannot say it is taken at their arrival. */
export function sayCaptureTime(transceiver: RTCRtpTransceiver): void {
  const able = transceiver as RTCRtpTransceiver & Partial<HeaderExtensions>;
  const wanted = able.getHeaderExtensionsToNegotiate?.().map((e) => (e.uri.endsWith("/abs-capture-time") ? { ...e, direction: "sendonly" as const } : e));
  if (wanted !== undefined) able.setHeaderExtensionsToNegotiate?.(wanted);
}
