namespace Virker.Demo.Lives;

/// <summary>Which made-up municipality is wanted.</summary>
/// <param name="Citizens">With a case now or within the last year.</param>
/// <param name="Seed">The same seed on the same day gives the same municipality.</param>
public sealed record DemoSettings(int Citizens, int Seed)
{
    public const string DefaultCode = "proeve";

    /// <summary>How many the first start makes.</summary>
    public const int AtFirstStart = 1500;

    public const int Most = 1_000_000;

    public string Code { get; init; } = DefaultCode;
    public string Name { get; init; } = "Prøvekøbing Kommune (opdigtet)";
}

/// <summary>The shares the lives are drawn by. What is sourced and what is invented stands in
/// <c>docs/method/made-up-municipality.md</c>.</summary>
internal static class DemoShares
{
    public const double UnderThirty = 0.22;
    public const double Sick = 0.12;
    public const double JobClarification = 0.04;

    /// <summary>Of those on cash or education benefit.</summary>
    public const double ActivityReady = 0.80;

    /// <summary>Days so far of a running case, activity-ready: 30 months.</summary>
    public const double ActivityReadyDays = 913;

    /// <summary>In a job a year later, activity-ready.</summary>
    public const double JobAfterYear = 0.06;
    public const double JobAfterYearBelievedIn = 0.08;
    public const double JobAfterYearNewContact = 0.047;
    public const double BelievedIn = 0.26;
    public const double NewContact = 0.40;

    public const double PaidHoursNow = 0.08;

    /// <summary>With a placement of any kind now, paid hours included.</summary>
    public const double CompanyDirectedNow = 0.125;
    public const double HoursLast = 0.50;
    public const double HoursStopEarly = 0.26;

    public const double ProtectedAddress = 0.015;
    public const int CitizensPerWorkplace = 12;
    public const double SmallWorkplaces = 0.85;

    /// <summary>Citizens per caseworker, before those who have left within the year are taken off.</summary>
    public const int Caseload = 43;
}
