using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Training.Portal.Tests.Membership;

/// <summary>A device that makes and uses one passkey (ES256), and lies on demand.</summary>
internal sealed class SoftAuthenticator : IDisposable
{
    private const byte PresentAndVerified = 0x05;
    private const byte HasCredential = 0x40;
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(16);

    public string Site { get; set; } = "localhost";

    public string Origin { get; set; } = "http://localhost";

    public uint Counter { get; set; }

    public byte Flags { get; set; } = PresentAndVerified;

    public string UserHandle { get; set; } = "";

    /// <summary>Answers the question of a page that adds a passkey.</summary>
    public string Make(JsonNode asked)
    {
        UserHandle = asked["user"]!["id"]!.GetValue<string>();
        byte[] data = [.. Data((byte)(Flags | HasCredential)), .. new byte[16], 0, (byte)id.Length, .. id, .. PublicKey()];
        byte[] attestation = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), 0x59, (byte)(data.Length >> 8), (byte)data.Length, .. data];
        return Told(new JsonObject { ["clientDataJSON"] = Base64Url.EncodeToString(Client("webauthn.create", asked)), ["attestationObject"] = Base64Url.EncodeToString(attestation) });
    }

    /// <summary>Answers the question of the sign-in page.</summary>
    public string Use(JsonNode asked)
    {
        var (data, client) = (Data(Flags), Client("webauthn.get", asked));
        return Told(new JsonObject
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(client),
            ["authenticatorData"] = Base64Url.EncodeToString(data),
            ["signature"] = Base64Url.EncodeToString(key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            ["userHandle"] = UserHandle,
        });
    }

    /// <summary>Another device that gives itself out for this one.</summary>
    public SoftAuthenticator Impostor()
    {
        var other = new SoftAuthenticator { Counter = Counter + 1, UserHandle = UserHandle };
        id.CopyTo(other.id, 0);
        return other;
    }

    public void Dispose() => key.Dispose();

    private byte[] Data(byte flags)
    {
        var counter = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(counter, Counter);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Site)), flags, .. counter];
    }

    private byte[] Client(string type, JsonNode asked) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = asked["challenge"]!.GetValue<string>(), origin = Origin, crossOrigin = false });

    /// <summary>COSE: an EC2 key for ES256 on P-256.</summary>
    private byte[] PublicKey()
    {
        var point = key.ExportParameters(false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
    }

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private string Told(JsonObject response) => new JsonObject
    {
        ["id"] = Base64Url.EncodeToString(id),
        ["rawId"] = Base64Url.EncodeToString(id),
        ["type"] = "public-key",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    }.ToJsonString();
}
