using Training.Media.Recording;

namespace Training.Media.Packaging;

/// <summary>The header (<c>ftyp</c> + <c>moov</c>) of a fragmented MP4 with one track.</summary>
internal static class Mp4Track
{
    public static byte[] Picture(H264Parameters parameters) =>
        Header(RawPart.VideoRate, "vide", parameters.Info.Width, parameters.Info.Height, "vmhd", box => box.Zeros(8), stsd => Avc1(stsd, parameters));

    public static byte[] Sound(int channels) =>
        Header(RawPart.SoundRate, "soun", 0, 0, "smhd", box => box.Zeros(4), stsd => Opus(stsd, channels));

    public static byte[] Aac(int channels) =>
        Header(RawPart.SoundRate, "soun", 0, 0, "smhd", box => box.Zeros(4), stsd => Mp4a(stsd, channels));

    private static byte[] Header(
        int timescale, string handler, int width, int height, string media, Action<Mp4Writer> mediaHeader, Action<Mp4Writer> sample) =>
        new Mp4Writer()
            .Box("ftyp", box => box.Text("iso6").U32(1).Text("iso6cmfcmp41"))
            .Box("moov", moov => moov
                .FullBox("mvhd", 0, 0, box => box.Zeros(8).U32(1_000).U32(0).U32(0x10000).U16(0x100).Zeros(10).Matrix().Zeros(24).U32(2))
                .Box("trak", trak => trak
                    .FullBox("tkhd", 0, 3, box => box.Zeros(8).U32(1).Zeros(4).U32(0).Zeros(12).U16(handler == "soun" ? 0x100 : 0).Zeros(2)
                        .Matrix().U32((uint)width << 16).U32((uint)height << 16))
                    .Box("mdia", mdia => mdia
                        .FullBox("mdhd", 0, 0, box => box.Zeros(8).U32((uint)timescale).U32(0).U16(0x55C4).U16(0))
                        .FullBox("hdlr", 0, 0, box => box.Zeros(4).Text(handler).Zeros(13))
                        .Box("minf", minf => minf
                            .FullBox(media, 0, handler == "vide" ? 1u : 0, mediaHeader)
                            .Box("dinf", dinf => dinf.FullBox("dref", 0, 0, dref => dref.U32(1).FullBox("url ", 0, 1, _ => { })))
                            .Box("stbl", stbl => stbl
                                .FullBox("stsd", 0, 0, box => sample(box.U32(1)))
                                .FullBox("stts", 0, 0, box => box.U32(0))
                                .FullBox("stsc", 0, 0, box => box.U32(0))
                                .FullBox("stsz", 0, 0, box => box.Zeros(8))
                                .FullBox("stco", 0, 0, box => box.U32(0))))))
                .Box("mvex", mvex => mvex.FullBox("trex", 0, 0, box => box.U32(1).U32(1).Zeros(12))))
            .Written.ToArray();

    private static void Avc1(Mp4Writer stsd, H264Parameters parameters) =>
        stsd.Box("avc1", box => box
            .Zeros(6).U16(1).Zeros(16).U16(parameters.Info.Width).U16(parameters.Info.Height)
            .U32(0x480000).U32(0x480000).Zeros(4).U16(1).Zeros(32).U16(0x18).U16(0xFFFF)
            .Box("avcC", avcc => AvcConfiguration(avcc, parameters)));

    private static void AvcConfiguration(Mp4Writer box, H264Parameters parameters)
    {
        box.U8(1).Raw(parameters.Sps.AsSpan(1, 3)).U8(0xFF).U8(0xE1).U16(parameters.Sps.Length).Raw(parameters.Sps).U8(parameters.Pps.Count);
        foreach (var pps in parameters.Pps)
            box.U16(pps.Length).Raw(pps);
        // High profiles carry four more bytes; browsers' 4:2:0 8-bit is the only case played.
        if (parameters.Info.Profile >= 100)
            box.U8(0xFD).U8(0xF8).U8(0xF8).U8(0);
    }

    private static void Opus(Mp4Writer stsd, int channels) =>
        stsd.Box("Opus", box => box
            .Zeros(6).U16(1).Zeros(8).U16(channels).U16(16).Zeros(4).U32((uint)RawPart.SoundRate << 16)
            .Box("dOps", dops => dops.U8(0).U8(channels).U16(0).U32((uint)RawPart.SoundRate).U16(0).U8(0)));

    /// <summary>AAC-LC at 48 kHz (ISO/IEC 14496-1 §7.2.6, 14496-3 §1.6.2).</summary>
    private static void Mp4a(Mp4Writer stsd, int channels) =>
        stsd.Box("mp4a", box => box
            .Zeros(6).U16(1).Zeros(8).U16(channels).U16(16).Zeros(4).U32((uint)RawPart.SoundRate << 16)
            .FullBox("esds", 0, 0, esds => esds
                .U8(3).U8(25).U16(0).U8(0)
                .U8(4).U8(17).U8(0x40).U8(0x15).Zeros(11)
                .U8(5).U8(2).U16(0x1180 | channels << 3)
                .U8(6).U8(1).U8(2)));

    private static Mp4Writer Matrix(this Mp4Writer box) =>
        box.U32(0x10000).Zeros(12).U32(0x10000).Zeros(12).U32(0x40000000);
}
