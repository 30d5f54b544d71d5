using System.Globalization;
using Virker.Casework.Fidelity;
using Virker.Dkfds;
using Virker.Platform;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Fidelity;

/// <summary>An IPS review in words.</summary>
internal static class FidelityWords
{
    public static IReadOnlyList<DkOption> Scores =>
        [
            new("", T("Ikke scoret", "Not scored")),
            .. Enumerable
                .Range(FidelityScale.Lowest, FidelityScale.Highest)
                .Select(s => new DkOption(Value(s), Value(s))),
        ];

    public static IReadOnlyList<DkOption> Sources =>
        [new("", T("Vælg", "Choose")), .. Enum.GetValues<FidelitySource>().Select(s => new DkOption(s.Code(), Of(s)))];

    public static string Of(FidelitySource source) =>
        source switch
        {
            FidelitySource.RecordReview => T("Gennemgang af sager", "Record review"),
            FidelitySource.Interview => T("Interview", "Interview"),
            FidelitySource.Observation => T("Observation", "Observation"),
        };

    public static string Of(FidelityGroup group) =>
        group switch
        {
            FidelityGroup.Staffing => T("Bemanding", "Staffing"),
            FidelityGroup.Organisation => T("Organisering", "Organisation"),
            FidelityGroup.Services => T("Indsats", "Services"),
        };

    /// <summary>The band, or how many items are missing.</summary>
    public static string Of(FidelityTotal total) =>
        total.Band?.Name.ToString()
        ?? T(
            $"Delsum af {total.Scored} af {FidelityScale.Items.Count} punkter",
            $"Partial sum of {total.Scored} of {FidelityScale.Items.Count} items"
        );

    public static string Sentence(FidelityTotal total) =>
        total.Band is { } band
            ? T($"{total.Sum} af 125 point: {band.Name}.", $"{total.Sum} of 125 points: {band.Name}.")
            : T(
                $"{total.Scored} af {FidelityScale.Items.Count} punkter er scoret, indtil nu {total.Sum} point. Der er først en total, når alle er scoret.",
                $"{total.Scored} of {FidelityScale.Items.Count} items are scored, so far {total.Sum} points. There is a total only when all are scored."
            );

    public static string Signed(int change) => change.ToString("+0;−0;0", CultureInfo.CurrentCulture);

    public static string Number(FidelityItem item) => Value(item.Number);

    public static string Value(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
