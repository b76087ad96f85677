namespace Training.Portal.Features.Demo;

/// <summary>Texts and tables too long for <c>demo.json</c>, carried beside it.</summary>
internal static class DemoTexts
{
    public static string Read(string name) => System.Text.Encoding.UTF8.GetString(Bytes(name));

    public static byte[] Bytes(string name)
    {
        using var stream = typeof(DemoTexts).Assembly.GetManifestResourceStream($"Training.Portal.Features.Demo.Texts.{name}")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
