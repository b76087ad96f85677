using Training.Portal.Features.Groups;

namespace Training.Portal.Tests.Groups;

public sealed class GroupRoleRuleTests
{
    [Theory]
    [InlineData(GroupRole.Member, 0, null)]
    [InlineData(GroupRole.Trainer, 1, null)]
    [InlineData(GroupRole.Animator, 2, null)]
    [InlineData(GroupRole.Animator, 1, GroupRefusal.LastAnimator)]
    public void The_last_animator_stays(GroupRole role, int animators, GroupRefusal? refusal) =>
        Assert.Equal(refusal, GroupRoleRule.RefusalToLeave(role, animators));

    [Theory]
    [InlineData(GroupRole.Animator, GroupRole.Member, GroupRole.Trainer, 1, null)]
    [InlineData(GroupRole.Animator, GroupRole.Member, GroupRole.Animator, 1, null)]
    [InlineData(GroupRole.Animator, GroupRole.Animator, GroupRole.Member, 2, null)]
    [InlineData(GroupRole.Animator, GroupRole.Animator, GroupRole.Animator, 1, null)]
    [InlineData(GroupRole.Animator, GroupRole.Animator, GroupRole.Trainer, 1, GroupRefusal.LastAnimator)]
    [InlineData(GroupRole.Animator, null, GroupRole.Trainer, 1, GroupRefusal.NoSuchMember)]
    [InlineData(GroupRole.Trainer, GroupRole.Member, GroupRole.Trainer, 1, GroupRefusal.NotAnimator)]
    [InlineData(GroupRole.Member, GroupRole.Member, GroupRole.Animator, 1, GroupRefusal.NotAnimator)]
    [InlineData(null, GroupRole.Member, GroupRole.Trainer, 1, GroupRefusal.NotAnimator)]
    public void Animators_name_and_one_animator_remains(GroupRole? by, GroupRole? from, GroupRole to, int animators, GroupRefusal? refusal) =>
        Assert.Equal(refusal, GroupRoleRule.RefusalToName(by, from, to, animators));

    [Theory]
    [InlineData("Marchés publics", "marches-publics")]
    [InlineData("  Œuvres & chœurs !  ", "oeuvres-choeurs")]
    [InlineData("nouveau", "groupe-nouveau")]
    [InlineData("###", "groupe")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("<script>alert(1)</script>", "script-alert-1-script")]
    public void A_name_becomes_an_address(string name, string slug) => Assert.Equal(slug, GroupSlug.Of(name));
}
