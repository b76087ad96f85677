// infra/bench [WORD…]: the rows whose name contains one of the words, or all of them.
using Training.Benchmarks;

Benchmark[] all =
[
    FirstFrame.Row,
    RegistrationRush.Row,
    RegistrationRush.WaitlistRow,
    ReplayReady.Row(minutes: 60),
    ReplayReady.Row(minutes: 180),
];
var asked = all.Where(row => args.Length == 0 || args.Any(word => row.Name.Contains(word, StringComparison.OrdinalIgnoreCase))).ToList();
return await Table.RunAsync(asked) == 0 && asked.Count > 0 ? 0 : 1;
