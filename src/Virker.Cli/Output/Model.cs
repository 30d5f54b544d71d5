using Virker.Platform;
using Virker.Statistics;

namespace Virker.Cli.Output;

/// <summary>What the statistics say no to is wrong data, and is said in the language of the run.</summary>
internal static class Model
{
    public static T Fit<T>(string file, Func<T> fit)
    {
        try
        {
            return fit();
        }
        catch (NoEstimateException none)
        {
            string why = Danish(none);
            throw new InvalidInputException(
                new Text($"{file}: det kan ikke regnes. {why}", $"{file}: this cannot be computed. {none.Message}")
            );
        }
    }

    private static string Danish(NoEstimateException none)
    {
        string what = none.What is { } name ? $"\"{name}\"" : "Det hele";
        return none.Reason switch
        {
            NoEstimateReason.TooFew =>
                $"Der er for få{(none.What is { } of ? $" i {what}" : "")}: der er {none.Found}, og der skal mindst være {none.Needed}.",
            NoEstimateReason.NoSpread =>
                $"{what} er ens overalt, så der er intet at regne på. Udelad det, eller brug en anden prøve.",
            NoEstimateReason.Dependent =>
                $"{what} er ens for alle eller følger (næsten) af de andre kolonner og kan ikke skilles fra dem. Udelad den.",
            NoEstimateReason.Unbounded =>
                $"{what} skiller udfaldene helt, så intet endeligt tal findes. Udelad den, eller slå grupper sammen.",
            NoEstimateReason.NothingToCompare => none.What is null
                ? "Der er intet at sammenligne."
                : $"I {what} er der intet at sammenligne.",
            NoEstimateReason.OutOfRange => "Tallene er for store eller for små til at regne med.",
            NoEstimateReason.NotFound => "Ikke engang 1 milliard personer er nok til at finde så lille en forskel.",
        };
    }
}
