namespace Training.Portal.Features.Membership;

/// <summary>Families of territorial trades, after the CNFPT's directory of trades.</summary>
public enum Trade
{
    GeneralManagement,
    TownHallSecretary,
    Finance,
    HumanResources,
    LegalAffairs,
    PublicProcurement,
    CivilRegistry,
    Planning,
    RoadsAndNetworks,
    Buildings,
    GreenSpaces,
    WaterAndWaste,
    Environment,
    SocialAction,
    EarlyChildhood,
    EducationAndYouth,
    CultureAndHeritage,
    Sport,
    Security,
    EconomyAndTourism,
    Digital,
    Communication,
    Other,
}
