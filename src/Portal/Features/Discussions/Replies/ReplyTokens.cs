using System.Buffers.Binary;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Features.Discussions.Replies;

/// <summary>
/// The address to which one replies to a letter (<see cref="PlusAddress"/>): its token is a signed ticket.
/// </summary>
public sealed class ReplyTokens(Signer signer, TrainingSettings settings)
{
    private const string Purpose = "reply";
    private const int SaidBytes = 12;
    private const int ProofBytes = 12;
    private static readonly DateOnly FirstDay = new(2020, 1, 1);

    /// <summary>False on an installation that receives no mail.</summary>
    public bool InUse => !string.IsNullOrEmpty(settings.Mail.ReplyAddress);

    /// <summary>Null on an installation that receives no mail.</summary>
    public string? AddressOf(ReplyTicket ticket)
    {
        if (!InUse)
            return null;
        Span<byte> token = stackalloc byte[SaidBytes + ProofBytes];
        Say(ticket, token);
        signer.Sign(Purpose, token[..SaidBytes]).AsSpan(0, ProofBytes).CopyTo(token[SaidBytes..]);
        return PlusAddress.Of(settings.Mail.ReplyAddress!, token);
    }

    /// <summary>Null for anything that is no reply address of ours, signed by this key.</summary>
    public ReplyTicket? Read(string recipient)
    {
        Span<byte> token = stackalloc byte[SaidBytes + ProofBytes];
        return InUse && PlusAddress.TryRead(settings.Mail.ReplyAddress!, recipient, token)
            && signer.IsSigned(Purpose, token[..SaidBytes], token[SaidBytes..], ProofBytes)
            ? Said(token)
            : null;
    }

    private static void Say(ReplyTicket ticket, Span<byte> token)
    {
        BinaryPrimitives.WriteInt32BigEndian(token, ticket.MemberId);
        BinaryPrimitives.WriteInt32BigEndian(token[4..], ticket.TopicId);
        BinaryPrimitives.WriteUInt16BigEndian(token[8..], (ushort)(ticket.IssuedOn.DayNumber - FirstDay.DayNumber));
        BinaryPrimitives.WriteUInt16BigEndian(token[10..], (ushort)ticket.Round);
    }

    private static ReplyTicket Said(ReadOnlySpan<byte> token) => new(
        BinaryPrimitives.ReadInt32BigEndian(token),
        BinaryPrimitives.ReadInt32BigEndian(token[4..]),
        FirstDay.AddDays(BinaryPrimitives.ReadUInt16BigEndian(token[8..])),
        BinaryPrimitives.ReadUInt16BigEndian(token[10..]));
}
