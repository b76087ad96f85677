namespace Training.Portal.Features.Live.RoomPage;

/// <summary>Names the resource files of the room: <c>RoomText.resx</c> (French), <c>RoomText.en.resx</c>. Names beginning with <c>Js_</c> go to the script.</summary>
public sealed class RoomText;
