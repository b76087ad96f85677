using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Registrations;

/// <summary>What the desk answered, in words.</summary>
public sealed class SeatTold(IStringLocalizer<RegistrationsText> text)
{
    public void Tell(ITempDataDictionary data, SeatAnswer answer)
    {
        if (answer.Refusal is { } refusal)
            data.Warn(Refusal(refusal));
        else
            data.Say(Done(answer));
    }

    public void TellLeft(ITempDataDictionary data) => data.Say(text["DoneLeft"]);

    public void TellAnswered(ITempDataDictionary data) => data.Say(text["DoneAnswered"]);

    public string Refusal(RegistrationRefusal refusal) => text[$"Refusal_{refusal}"];

    private string Done(SeatAnswer answer) => answer switch
    {
        { Standing: SeatStanding.Waiting, Rank: 1 } => text["DoneWaitingFirst"],
        { Standing: SeatStanding.Waiting } => text["DoneWaiting", answer.Rank],
        { Standing: SeatStanding.Asked } => text["DoneAsked"],
        _ => text["DoneSeated"],
    };
}
