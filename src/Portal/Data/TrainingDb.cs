using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Attachments;
using Training.Portal.Features.Attendance;
using Training.Portal.Features.Calendars.Feeds;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Conferences.Audiences;
using Training.Portal.Features.Conferences.Documents;
using Training.Portal.Features.Conferences.Series;
using Training.Portal.Features.Conferences.Templates;
using Training.Portal.Features.Discussions;
using Training.Portal.Features.Discussions.Files;
using Training.Portal.Features.Discussions.Mail;
using Training.Portal.Features.Discussions.Moderation;
using Training.Portal.Features.Discussions.Replies;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Groups.Invitations;
using Training.Portal.Features.Groups.Requests;
using Training.Portal.Features.Health;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Letters.Bounces;
using Training.Portal.Features.Live;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Membership.Import;
using Training.Portal.Features.Membership.Moving;
using Training.Portal.Features.Membership.Passkeys;
using Training.Portal.Features.Membership.ProConnect;
using Training.Portal.Features.Membership.WayIn;
using Training.Portal.Features.Milestones;
using Training.Portal.Features.Points;
using Training.Portal.Features.Recordings;
using Training.Portal.Features.Registrations;
using Training.Portal.Features.Registrations.Candidacies;
using Training.Portal.Features.Registrations.Organising;
using Training.Portal.Features.Registrations.Questions;
using Training.Portal.Features.Replays.Watching;
using Training.Portal.Features.Resources;
using Training.Portal.Features.Resources.Mail;

namespace Training.Portal.Data;

/// <summary>The one model of the one database. Each subject maps its own entities, in its own folder.</summary>
public sealed class TrainingDb(DbContextOptions<TrainingDb> options) : DbContext(options)
{
    /// <summary>Rows that are work for the Scheduler were saved, and it is not yet awake: <see cref="WakeOnCommit"/>'s.</summary>
    internal bool LeavesWork { get; set; }

    public DbSet<Collectivite> Collectivites => Set<Collectivite>();
    public DbSet<CollectiviteDomain> CollectiviteDomains => Set<CollectiviteDomain>();
    public DbSet<DomainChange> DomainChanges => Set<DomainChange>();
    public DbSet<LapsedDomain> LapsedDomains => Set<LapsedDomain>();
    public DbSet<RegisterImport> RegisterImports => Set<RegisterImport>();
    public DbSet<AdmissionRequest> AdmissionRequests => Set<AdmissionRequest>();
    public DbSet<AddressChange> AddressChanges => Set<AddressChange>();
    public DbSet<Member> Members => Set<Member>();
    public DbSet<ProConnectIdentity> ProConnectIdentities => Set<ProConnectIdentity>();
    public DbSet<Passkey> Passkeys => Set<Passkey>();
    public DbSet<SpentPasskeyChallenge> SpentPasskeyChallenges => Set<SpentPasskeyChallenge>();
    public DbSet<SignInChallenge> SignInChallenges => Set<SignInChallenge>();
    public DbSet<Group> Groups => Set<Group>();
    public DbSet<GroupMembership> GroupMemberships => Set<GroupMembership>();
    public DbSet<GroupExclusion> GroupExclusions => Set<GroupExclusion>();
    public DbSet<GroupInvitation> GroupInvitations => Set<GroupInvitation>();
    public DbSet<JoinRequest> JoinRequests => Set<JoinRequest>();
    public DbSet<Topic> Topics => Set<Topic>();
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<PostAttachment> PostAttachments => Set<PostAttachment>();
    public DbSet<ReceivedReply> ReceivedReplies => Set<ReceivedReply>();
    public DbSet<ReplyRound> ReplyRounds => Set<ReplyRound>();
    public DbSet<TopicReading> TopicReadings => Set<TopicReading>();
    public DbSet<CharterAcceptance> CharterAcceptances => Set<CharterAcceptance>();
    public DbSet<DigestSetting> DigestSettings => Set<DigestSetting>();
    public DbSet<PostReport> PostReports => Set<PostReport>();
    public DbSet<ModerationEntry> ModerationEntries => Set<ModerationEntry>();
    public DbSet<Conference> Conferences => Set<Conference>();
    public DbSet<ConferenceCollectivite> ConferenceCollectivites => Set<ConferenceCollectivite>();
    public DbSet<ConferenceDocument> ConferenceDocuments => Set<ConferenceDocument>();
    public DbSet<ConferenceTemplate> ConferenceTemplates => Set<ConferenceTemplate>();
    public DbSet<ConferenceSeries> ConferenceSeries => Set<ConferenceSeries>();
    public DbSet<ConferenceTrainer> ConferenceTrainers => Set<ConferenceTrainer>();
    public DbSet<Registration> Registrations => Set<Registration>();
    public DbSet<Candidacy> Candidacies => Set<Candidacy>();
    public DbSet<ConferenceQuestion> ConferenceQuestions => Set<ConferenceQuestion>();
    public DbSet<RegistrationAnswer> RegistrationAnswers => Set<RegistrationAnswer>();
    public DbSet<MessageOptOut> MessageOptOuts => Set<MessageOptOut>();
    public DbSet<FeedLink> FeedLinks => Set<FeedLink>();
    public DbSet<Milestone> Milestones => Set<Milestone>();
    public DbSet<Letter> Letters => Set<Letter>();
    public DbSet<LetterBounce> LetterBounces => Set<LetterBounce>();
    public DbSet<LiveRoom> LiveRooms => Set<LiveRoom>();
    public DbSet<Participation> Participations => Set<Participation>();
    public DbSet<Feed> Feeds => Set<Feed>();
    public DbSet<ChatMessage> ChatMessages => Set<ChatMessage>();
    public DbSet<PresenceSpan> PresenceSpans => Set<PresenceSpan>();
    public DbSet<AttendanceRecord> Attendance => Set<AttendanceRecord>();
    public DbSet<PointsEntry> PointsEntries => Set<PointsEntry>();
    public DbSet<ContributorOptOut> ContributorOptOuts => Set<ContributorOptOut>();
    public DbSet<ReplayViewing> ReplayViewings => Set<ReplayViewing>();
    public DbSet<PointsAccount> PointsAccounts => Set<PointsAccount>();
    public DbSet<Resource> Resources => Set<Resource>();
    public DbSet<ResourceVersion> ResourceVersions => Set<ResourceVersion>();
    public DbSet<ResourceRow> ResourceRows => Set<ResourceRow>();
    public DbSet<ResourceAttachment> ResourceAttachments => Set<ResourceAttachment>();
    public DbSet<ResourceRating> ResourceRatings => Set<ResourceRating>();
    public DbSet<ReviewOptOut> ReviewOptOuts => Set<ReviewOptOut>();
    public DbSet<AttachmentContent> AttachmentContents => Set<AttachmentContent>();
    public DbSet<Recording> Recordings => Set<Recording>();
    public DbSet<SchedulerHeartbeat> SchedulerHeartbeats => Set<SchedulerHeartbeat>();

    /// <summary>Words as one searches them: without accents, case and signs. In queries alone: the database does it.</summary>
    [DbFunction("plain_words", "public")]
    public static string PlainWords(string words) => throw new NotSupportedException(nameof(PlainWords) + " is asked of the database.");

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        FeedMark.Map(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TrainingDb).Assembly);
    }
}
