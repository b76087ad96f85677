namespace Training.Media.Packaging;

/// <summary>Adds up how far the parts of one packaging are. They run side by side; what is told never goes back.</summary>
internal sealed class PackagingProgress(IProgress<double>? told)
{
    private readonly Lock gate = new();
    private double scanned;
    private double mixed;
    private double copied;

    /// <summary>Shares done, 0 to 1; what is left out stays as it is. Inspection has the last tenth.</summary>
    public void Report(double scanned = 0, double mixed = 0, double copied = 0)
    {
        lock (gate)
        {
            this.scanned = Math.Max(this.scanned, scanned);
            this.mixed = Math.Max(this.mixed, mixed);
            this.copied = Math.Max(this.copied, copied);
            told?.Report(this.scanned * 0.1 + this.mixed * 0.5 + this.copied * 0.3);
        }
    }
}
