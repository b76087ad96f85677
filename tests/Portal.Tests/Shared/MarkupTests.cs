using System.Text.RegularExpressions;
using Training.TestKit;

namespace Training.Portal.Tests.Shared;

public sealed partial class MarkupTests
{
    public static TheoryData<string> Views => [.. SourceFiles.Ending(".cshtml").Select(SourceFiles.NameOf)];

    [Theory]
    [MemberData(nameof(Views))]
    public void No_page_carries_a_style_or_a_script_of_its_own(string view)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, view));

        Assert.DoesNotMatch(InlineStyle(), text);
        Assert.DoesNotMatch(InlineScript(), text);
        Assert.DoesNotMatch(Handler(), text);
        Assert.DoesNotMatch(OtherHost(), text);
    }

    [Fact]
    public void Every_icon_a_page_names_is_one_the_build_keeps()
    {
        var kept = File.ReadAllLines(Repository.PathOf("src", "Portal", "Assets", "icons.txt")).ToHashSet();
        var named = SourceFiles.Ending(".cshtml").SelectMany(v => Icon().Matches(File.ReadAllText(v)).Select(m => m.Groups[1].Value)).ToList();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(kept));
    }

    [GeneratedRegex(@"\sstyle\s*=|<style")]
    private static partial Regex InlineStyle();

    [GeneratedRegex(@"<script(?![^>]*\s(?:src=|type=""application/json""))")]
    private static partial Regex InlineScript();

    [GeneratedRegex(@"\son[a-z]+\s*=\s*[""']|javascript:")]
    private static partial Regex Handler();

    [GeneratedRegex(@"<(?:script|link|img|video|audio|iframe|source)[^>]*\s(?:src|href)=[""'](?:https?:)?//")]
    private static partial Regex OtherHost();

    [GeneratedRegex(@"<icon name=""([a-z0-9-]+)""")]
    private static partial Regex Icon();
}
