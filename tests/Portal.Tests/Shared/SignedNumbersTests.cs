using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Tests.Shared;

/// <summary>Addresses that letters carry: what is signed for one purpose, by one key, opens nothing else.</summary>
public sealed class SignedNumbersTests
{
    private static readonly SignedNumbers Ours = new(new Signer(Settings(1)));

    [Fact]
    public void What_was_signed_is_read_back()
    {
        Assert.Equal((12, 7), Ours.Read("digest", Ours.Of("digest", 12, 7)));
        Assert.Equal((0, int.MaxValue), Ours.Read("digest", Ours.Of("digest", 0, int.MaxValue)));
    }

    [Fact]
    public void Another_purpose_another_key_other_numbers_and_anything_shortened_read_as_nothing()
    {
        var token = Ours.Of("digest", 12, 7);
        Assert.Null(Ours.Read("registrants", token));
        Assert.Null(new SignedNumbers(new Signer(Settings(2))).Read("digest", token));
        Assert.Null(Ours.Read("digest", $"7.12.{token.Split('.')[2]}"));
        foreach (var forged in new[] { "", ".", "..", "12.7", "12.7.", token[..^1], $"{token}A", $"0{token}", $"+{token}", $"-{token}", token.Replace('.', ','), $"{token}.x", "12.7.é" })
            Assert.Null(Ours.Read("digest", forged));
    }

    [Fact]
    public void A_purpose_does_not_run_on_into_what_is_said()
    {
        var signer = new Signer(Settings(1));
        Assert.NotEqual(signer.Sign("ab", "c"u8), signer.Sign("a", "bc"u8));
        Assert.False(signer.IsSigned("a", "b"u8, [], 24));
    }

    private static TrainingSettings Settings(byte seed) => new() { CodeKey = Convert.ToBase64String(Enumerable.Repeat(seed, 32).ToArray()) };
}
