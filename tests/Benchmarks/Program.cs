// infra/bench [WORD…]: the rows whose name contains one of the words, or all of them.
using Training.Benchmarks;
using Training.Benchmarks.Network;

Benchmark[] all =
[
    FirstFrame.Row,
    RegistrationRush.Row,
    RegistrationRush.WaitlistRow,
    LettersPerSecond.Row,
    MilestonesAtOnce.Row,
    .. FeedOf5000.Rows,
    ReplayReady.Row(minutes: 60),
    ReplayReady.Row(minutes: 180),
    .. PageRow.All,
    PageRow.SearchAlone,
    RegisterRow.Row,
];
var asked = all.Where(row => args.Length == 0 || args.Any(word => row.Name.Contains(word, StringComparison.OrdinalIgnoreCase))).ToList();
var missed = await Table.RunAsync(asked);
await NetworkStage.CloseAsync();
return missed == 0 && asked.Count > 0 ? 0 : 1;
