using Training.MailSink;

namespace Training.TestKit.Audit;

/// <summary>One message per letter, counted where it arrives.</summary>
internal static class MailInvariants
{
    public static IEnumerable<string> Broken(SmtpSink sink, IReadOnlyList<string> sent, int allowedDoubles)
    {
        var arrived = sink.Letters.Select(letter => letter.Message().MessageId).ToList();
        foreach (var id in sent.Except(arrived))
            yield return $"I3 a letter said to be sent never arrived: {id}";
        var doubles = arrived.GroupBy(id => id).Where(copies => copies.Count() > 1).Select(copies => copies.Key).ToList();
        if (doubles.Count > allowedDoubles)
            yield return $"I3 letters that arrived more than once: {string.Join(", ", doubles)}";
    }
}
