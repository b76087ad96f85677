namespace Training.Portal.Features.Registrations.Reminders;

/// <summary>Names the resource files of the reminders' words: <c>ReminderText.resx</c> (French), <c>ReminderText.en.resx</c>.</summary>
public sealed class ReminderText;
