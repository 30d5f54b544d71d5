using Microsoft.AspNetCore.Mvc;
using Virker.Platform;
using Virker.Platform.Import;
using static Virker.Web.Site.Words;

namespace Virker.Web.Site;

/// <summary>What is wrong with a file somebody sent.</summary>
/// <param name="Errors">In the order of the file.</param>
/// <param name="Count">All there is, also what was not kept.</param>
/// <param name="Address">The page the errors can be fetched from.</param>
public sealed record FileErrors(IReadOnlyList<RowError> Errors, int Count, string Address);

/// <summary>A file sent from a form, the same on every page that takes one.</summary>
public static class SentFile
{
    /// <summary>What a browser lets people choose.</summary>
    public const string Accept =
        ".csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Why there is nothing to read; null when there is.</summary>
    public static FieldProblem? Problem(IFormFile? file, long most) =>
        file is null ? new("file", new("Vælg en fil.", "Choose a file."))
        : file.Length == 0 ? new("file", ImportText.Empty)
        : file.Length > most ? new("file", ImportText.TooLarge(file.Length, most))
        : null;

    /// <summary>The errors a page just showed, as a file. They hold no value of the file that was read.</summary>
    public static FileContentResult Errors(string? csv) =>
        new(PeopleCsv.Bytes(csv ?? ""), PeopleCsv.ContentType) { FileDownloadName = T("fejl.csv", "errors.csv") };
}
