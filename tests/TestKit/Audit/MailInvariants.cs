using Training.MailSink;
using Training.TestKit.Mail;

namespace Training.TestKit.Audit;

/// <summary>One message per letter, counted where it arrives.</summary>
internal static class MailInvariants
{
    /// <param name="sent">Message-IDs of the letters whose rows say that they were sent.</param>
    public static IEnumerable<string> Broken(SmtpSink sink, IReadOnlyList<string> sent)
    {
        // A copy the sink never acknowledged may come again: its sender cannot know.
        var acknowledged = sink.Letters.Where(letter => letter.Answered).Select(letter => letter.Read().MessageId).ToList();
        foreach (var id in sent.Except(acknowledged))
            yield return $"I3 a letter said to be sent never arrived: {id}";
        foreach (var copies in acknowledged.GroupBy(id => id).Where(copies => copies.Count() > 1))
            yield return $"I3 a letter arrived {copies.Count()} times: {copies.Key}";
    }
}
