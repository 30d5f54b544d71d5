namespace Virker.Effects.Practice;

/// <summary>What is asked about everyday practice; each is answered yes or no for every citizen on the day.</summary>
public enum PracticeQuestion
{
    /// <summary>Began with paid hours in the half year before; asked of those who had none in the half year before
    /// that.</summary>
    PaidHours,

    /// <summary>The newest belief of the half year before is above the middle of all.</summary>
    Belief,

    /// <summary>The primary contact has more citizens than the middle citizen's contact.</summary>
    Caseload,

    /// <summary>Another primary contact in the half year before.</summary>
    ContactChange,
}
