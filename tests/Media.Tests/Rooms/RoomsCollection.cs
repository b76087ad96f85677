namespace Training.Media.Tests.Rooms;

/// <summary>One Chromium, and one test of the room engine at a time: two cores carry no more.</summary>
[CollectionDefinition(Name)]
public sealed class RoomsCollection : ICollectionFixture<Chromium>, ICollectionFixture<JanusFixture>
{
    public const string Name = "rooms";
}
