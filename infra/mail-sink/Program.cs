// mail-sink --port P --dir DIR: keeps every letter it receives on 127.0.0.1:P as an .eml file in DIR, until SIGTERM.
using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Training.MailSink;

if (args is not ["--port", var port, "--dir", var directory])
{
    await Console.Error.WriteLineAsync("mail-sink --port P --dir DIR");
    return 2;
}

var files = new EmlDirectory(directory);
await using var sink = new SmtpSink(TimeProvider.System) { OnLetter = files.WriteAsync };
try
{
    sink.Start(int.Parse(port, CultureInfo.InvariantCulture));
}
catch (SocketException e)
{
    await Console.Error.WriteLineAsync($"mail-sink: port {port} of 127.0.0.1 cannot be used: {e.Message}.");
    return 1;
}

Console.WriteLine($"Mail sink on 127.0.0.1:{sink.Port}, letters in {directory}");
var stop = new TaskCompletionSource();
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
await stop.Task;
return 0;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.TrySetResult();
}
