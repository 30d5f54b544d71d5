using System.Globalization;
using Virker.Casework.PaidHours.Import;
using Virker.Platform;

namespace Virker.Cli.Hours;

/// <summary>One line on standard error that follows the work, where a person watches it.</summary>
internal sealed class ProgressLine : IProgress<HoursProgress>
{
    private const int Width = 60;

    public static ProgressLine? OnTerminal() => Console.IsErrorRedirected ? null : new ProgressLine();

    public void Report(HoursProgress value)
    {
        string share = value.Share is { } s ? s.ToString("P0", CultureInfo.CurrentCulture) : "";
        string rows = value.Rows.ToString("N0", CultureInfo.CurrentCulture);
        var text = value.Step switch
        {
            HoursStep.Reading => new Text($"Læser: {rows} rækker {share}", $"Reading: {rows} rows {share}"),
            HoursStep.Storing => new Text($"Gemmer {rows} rækker …", $"Storing {rows} rows …"),
            HoursStep.Milestones => new Text(
                $"Milepæle: {rows} borgere {share}",
                $"Milestones: {rows} citizens {share}"
            ),
        };
        bool isLast = value is { Step: HoursStep.Milestones, Share: 1 };
        Console.Error.Write("\r" + text.ToString().PadRight(Width) + (isLast ? "\n" : ""));
    }
}
