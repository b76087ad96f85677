using System.Linq.Expressions;

namespace Training.Portal.Features.Membership.Directory;

/// <summary>The one rule of who finds whom in the directory. One always sees oneself; administrators have no privilege here.</summary>
public static class ProfileSight
{
    public static bool MaySee(ProfileAudience audience, int memberId, int collectiviteId, Reader reader) => memberId == reader.MemberId || audience switch
    {
        ProfileAudience.Members => true,
        ProfileAudience.Colleagues => collectiviteId == reader.CollectiviteId,
        _ => false,
    };

    /// <summary><see cref="MaySee"/> as a filter. A test holds the two together.</summary>
    public static Expression<Func<Member, bool>> SeenBy(Reader reader) => member =>
        member.Id == reader.MemberId
        || member.Audience == ProfileAudience.Members
        || (member.Audience == ProfileAudience.Colleagues && member.CollectiviteId == reader.CollectiviteId);
}
