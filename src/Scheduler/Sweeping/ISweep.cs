namespace Training.Scheduler.Sweeping;

/// <summary>Looks at one kind of rows and starts the work they ask for. Run again, it starts nothing twice that matters.</summary>
internal interface ISweep
{
    Task SweepAsync(CancellationToken cancellationToken);
}
