using System.Globalization;
using Virker.Casework.Employers;
using Virker.Casework.Matching;
using Virker.Dkfds;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Employers;

/// <summary>Workplaces in words.</summary>
public static class EmployerWords
{
    /// <summary>A question's sources, each by its name and, where it can be read, its address.</summary>
    public static IEnumerable<(string Name, string? Url)> Sources(MisuseFlag flag)
    {
        ArgumentNullException.ThrowIfNull(flag);
        foreach (string source in flag.Source.Split(';', StringSplitOptions.TrimEntries))
        {
            string[] parts = source.Split(": ", 2);
            yield return (parts[0], parts.Length > 1 ? parts[1] : null);
        }
    }

    public static string Of(Cooperation cooperation) =>
        cooperation switch
        {
            Cooperation.Partnership => T("Fast partner", "Partner"),
            Cooperation.Cooperating => T("Samarbejder", "Cooperates"),
            Cooperation.Contact => T("Kontakt", "Contact"),
            Cooperation.Passive => T("Passiv", "Passive"),
        };

    public static string Of(Side side) =>
        side switch
        {
            Side.For => T("Taler for", "Speaks for"),
            Side.Against => T("Taler imod", "Speaks against"),
            Side.Ask => T("Spørg", "Ask"),
        };

    /// <summary>Whether there is room for more, in a sentence.</summary>
    public static string Of(Capacity capacity)
    {
        ArgumentNullException.ThrowIfNull(capacity);
        string hours = Show.Number(decimal.Floor(capacity.FreeHours), 0);
        return capacity.Room switch
        {
            Room.Free => T(
                $"Der er plads til praktik eller løntilskud i op til {hours} timer om ugen i alt.",
                $"There is room for internship or wage subsidy of up to {hours} hours a week in all."
            ),
            Room.Unknown => T(
                "Spørg, hvor mange der er ansat. Den ene plads, alle har, er i brug.",
                "Ask how many work there. The one place everybody has is in use."
            ),
            Room.Full => T(
                "Der er ikke plads til flere i praktik eller løntilskud nu.",
                "There is no room for more in internship or wage subsidy now."
            ),
        };
    }

    /// <summary>12,5 ansatte på fuld tid.</summary>
    public static string Employees(int? hundredths) =>
        hundredths is { } h ? (h / 100m).ToString("0.#", CultureInfo.CurrentCulture) : T("ved vi ikke", "not known");

    public static string Km(double km) => $"{Show.Number(km, 1)} km";

    /// <summary>A worker's name.</summary>
    public static string Name(this IReadOnlyList<StaffMember> staff, Guid? id) =>
        id is null
            ? T("ingen", "nobody")
            : staff.FirstOrDefault(s => s.Id == id)?.Name ?? T("en kollega", "a colleague");

    /// <summary>The steps of cooperation, closest first.</summary>
    public static IReadOnlyList<DkOption> CooperationOptions() =>
        [.. Enum.GetValues<Cooperation>().Reverse().Select(c => new DkOption(c.Code(), Of(c)))];

    /// <summary>The occupations by name.</summary>
    public static IReadOnlyList<DkOption> OccupationOptions() =>
        [
            .. Occupations
                .All.Select(o => new DkOption(o.Code, o.Name.ToString()))
                .OrderBy(o => o.Text, StringComparer.CurrentCulture),
        ];

    /// <summary>The divisions of DB07 by name.</summary>
    public static IReadOnlyList<DkOption> IndustryOptions() =>
        [
            .. Industries
                .All.Select(i => new DkOption(i.Code, $"{i.Name} ({i.Code})"))
                .OrderBy(o => o.Text, StringComparer.CurrentCulture),
        ];
}
