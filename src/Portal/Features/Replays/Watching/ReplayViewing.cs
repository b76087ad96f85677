namespace Training.Portal.Features.Replays.Watching;

/// <summary>What one member has really watched of one replay. Row by member and conference, whatever the number of tabs and days.</summary>
public sealed class ReplayViewing
{
    public int ConferenceId { get; set; }
    public int MemberId { get; set; }

    /// <summary>Whole seconds of the replay, without its gaps.</summary>
    public int Seconds { get; set; }

    /// <summary>One bit per second of the replay that was played.</summary>
    public byte[] Watched { get; set; } = [];

    /// <summary>The latest beat, or the opening of the page: no more is believed than could be played since.</summary>
    public DateTimeOffset LastBeatAt { get; set; }
}
