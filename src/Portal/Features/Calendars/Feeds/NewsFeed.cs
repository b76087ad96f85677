using System.Globalization;
using System.Security.Cryptography;
using System.Xml;
using Microsoft.Net.Http.Headers;
using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Features.Calendars.Feeds;

/// <summary>New sessions and replays as RSS 2.0: what a visitor may read, and nothing else.</summary>
internal sealed class NewsFeed(NewsReading reading, FeedWords words, When when, TrainingSettings settings)
{
    public const string Path = "/flux/conferences.xml";
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const int LongestText = 500;

    public static async Task<IResult> GetAsync(HttpContext context, NewsFeed feed)
    {
        var written = await feed.WriteAsync(context.RequestAborted);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(written).AsSpan(0, 16))}\"");
        context.Response.Headers.CacheControl = "public, max-age=300";
        return Results.Bytes(written, "application/rss+xml; charset=utf-8", entityTag: tag);
    }

    private async Task<byte[]> WriteAsync(CancellationToken cancellationToken)
    {
        var items = await reading.LatestAsync(cancellationToken);
        using var written = new MemoryStream();
        await using (var xml = XmlWriter.Create(written, new XmlWriterSettings { Async = true, Indent = true, CheckCharacters = true }))
        {
            await xml.WriteStartElementAsync(null, "rss", null);
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "atom", null, Atom);
            xml.WriteStartElement("channel");
            Head(xml);
            foreach (var item in items)
                Item(xml, item);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return written.ToArray();
    }

    private void Head(XmlWriter xml)
    {
        xml.WriteElementString("title", words.Said("NewsTitle", settings.Name));
        xml.WriteElementString("link", $"{settings.PublicUrl}/conferences");
        xml.WriteElementString("description", words.Said("NewsDescription"));
        xml.WriteElementString("language", "fr");
        xml.WriteStartElement("atom", "link", Atom);
        xml.WriteAttributeString("href", settings.PublicUrl + Path);
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", "application/rss+xml");
        xml.WriteEndElement();
    }

    private void Item(XmlWriter xml, NewsItem item)
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("title", words.Said(item.Replay ? "NewsReplay" : "NewsSession", Clean(item.Title)));
        xml.WriteElementString("link", $"{settings.PublicUrl}/conferences/{item.ConferenceId}");
        xml.WriteElementString("description", Told(item));
        xml.WriteElementString("pubDate", item.At.ToUniversalTime().ToString("r", CultureInfo.InvariantCulture));
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString($"{settings.PublicUrl}/conferences/{item.ConferenceId}#{(item.Replay ? "replay" : "session")}");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>When, and how the programme begins.</summary>
    private string Told(NewsItem item) =>
        $"{FeedWords.In("fr", () => when.Session(item.StartsAt, item.EndsAt, ReaderZone.OfVisitors))}. {Clean(SafeMarkdown.ToText(item.Programme))}".Trim();

    /// <summary>Without the control characters XML does not know, never cut inside a character.</summary>
    private static string Clean(string words)
    {
        var kept = words.EnumerateRunes().Where(r => r.Value > char.MaxValue || XmlConvert.IsXmlChar((char)r.Value)).Take(LongestText + 1).Select(r => r.ToString()).ToList();
        return kept.Count > LongestText ? $"{string.Concat(kept.Take(LongestText))}…" : string.Concat(kept);
    }
}
