using Training.Portal.Features.Letters.Bounces;

namespace Training.Portal.Tests.Letters;

public sealed class BounceRuleTests
{
    [Theory]
    [InlineData("failed", "5.1.1", BounceKind.Hard)]
    [InlineData("Failed", "5.1.10 (null MX)", BounceKind.Hard)]
    [InlineData("failed", "5.2.1", BounceKind.Hard)]
    [InlineData("failed", "550 5.1.2 Host unknown", BounceKind.Hard)]
    [InlineData("failed", "5.2.2", BounceKind.Soft)]
    [InlineData("failed", "5.7.1", BounceKind.Soft)]
    [InlineData("failed", "5.1.11", BounceKind.Soft)]
    [InlineData("failed", "4.4.7", BounceKind.Soft)]
    [InlineData("failed", "5.0.0", BounceKind.Soft)]
    [InlineData("failed", null, BounceKind.Soft)]
    [InlineData("failed", "10.5.1.1", BounceKind.Soft)]
    [InlineData("delayed", "4.4.1", null)]
    [InlineData("delayed", "5.1.1", null)]
    [InlineData("relayed", "2.0.0", null)]
    [InlineData("delivered", "2.1.5", null)]
    [InlineData("expanded", "2.0.0", null)]
    [InlineData(null, "5.1.1", null)]
    [InlineData("", "5.1.1", null)]
    public void Only_a_mailbox_that_is_not_there_is_given_up(string? action, string? status, BounceKind? kind) =>
        Assert.Equal(kind, BounceRule.Decide(action, status));

    [Fact]
    public void What_the_other_server_said_is_kept_on_one_line_of_a_decent_length()
    {
        Assert.Equal("smtp; 550 5.1.1 inconnu", BounceRule.Diagnostic("smtp; 550 5.1.1\r\n\tinconnu\u0007"));
        Assert.Equal(500, BounceRule.Diagnostic(new string('x', 9_000)).Length);
        Assert.Equal("", BounceRule.Diagnostic(null));
    }
}
