using Microsoft.Extensions.Options;

namespace Training.Portal.Settings;

/// <summary>Checks the annotations of every settings class; the source generator writes the body.</summary>
[OptionsValidator]
public sealed partial class TrainingSettingsCheck : IValidateOptions<TrainingSettings>;
