using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Training.TestKit;
using Training.TestKit.Hosts;

namespace Training.Benchmarks;

/// <summary>The least a page can do to watch a feed: a button, a video, Janus's own WebSocket. What the product is measured against.</summary>
internal sealed class BarePage : IAsyncDisposable
{
    private const string Html = """
        <!DOCTYPE html><title>bare</title><button id="enter">Enter</button><video autoplay playsinline></video>
        <script>
        const facts = FACTS;
        document.getElementById("enter").onclick = () => {
          const socket = new WebSocket(facts.url, "janus-protocol");
          const waiting = new Map();
          let session, handle, peer, count = 0;
          const ask = (message, ids = {}) => new Promise((answered) => {
            const transaction = `t${++count}`;
            waiting.set(transaction, answered);
            socket.send(JSON.stringify({ ...message, ...ids, transaction, apisecret: facts.secret }));
          });
          socket.onmessage = async ({ data }) => {
            const message = JSON.parse(data);
            if (message.jsep) await answer(message.jsep);
            else if (message.janus === "success") waiting.get(message.transaction)?.(message);
          };
          const answer = async (offer) => {
            peer = new RTCPeerConnection();
            peer.ontrack = (e) => { document.querySelector("video").srcObject = e.streams[0]; };
            peer.onicecandidate = ({ candidate }) => void ask({ janus: "trickle", candidate: candidate ?? { completed: true } }, { session_id: session, handle_id: handle });
            await peer.setRemoteDescription(offer);
            await peer.setLocalDescription(await peer.createAnswer());
            void ask({ janus: "message", body: { request: "start" }, jsep: peer.localDescription }, { session_id: session, handle_id: handle });
          };
          socket.onopen = async () => {
            session = (await ask({ janus: "create" })).data.id;
            handle = (await ask({ janus: "attach", plugin: "janus.plugin.videoroom" }, { session_id: session })).data.id;
            void ask({ janus: "message", body: { request: "join", ptype: "subscriber", room: facts.room, pin: facts.pin, streams: [{ feed: facts.feed }] } }, { session_id: session, handle_id: handle });
          };
        };
        </script>
        """;

    private readonly WebApplication site;

    private BarePage(WebApplication site, Uri address) => (this.site, Address) = (site, address);

    public Uri Address { get; }

    public static async Task<BarePage> ServeAsync(LiveStage stage, int conference)
    {
        var html = Html.Replace("FACTS", await FactsAsync(stage, conference), StringComparison.Ordinal);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Ports.Free()}/"));
        var site = builder.Build();
        site.Urls.Add(address.ToString());
        site.Run(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(html);
        });
        await site.StartAsync();
        return new BarePage(site, address);
    }

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    /// <summary>What a page that goes past the product would have to know.</summary>
    private static async Task<string> FactsAsync(LiveStage stage, int conference)
    {
        var feed = await Eventually.SomeAsync(() =>
        {
            using var rows = stage.Database.Open();
            return rows.Feeds.SingleOrDefault(f => f.ConferenceId == conference && f.EndedAt == null && f.Leg != null)?.FeedKey;
        }, told: "a feed on stage");
        await using var db = stage.Database.Open();
        var room = db.LiveRooms.Single(r => r.ConferenceId == conference);
        var options = stage.Janus.Options();
        var secret = (await File.ReadAllTextAsync(options.ApiSecretFile!)).Trim();
        return JsonSerializer.Serialize(new { url = options.Url, secret, room = room.RoomKey, pin = room.Pin, feed });
    }
}
