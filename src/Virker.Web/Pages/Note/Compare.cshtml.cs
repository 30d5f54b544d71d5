using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Virker.Dkfds;
using Virker.Evidence.Bank;
using Virker.Evidence.Knowledge;
using Virker.Evidence.Taxonomies;
using Virker.Evidence.Versions;
using Virker.Platform;
using Virker.Web.Site;

namespace Virker.Web.Pages.Note;

/// <summary>Two versions of the bank: what changed, and which study changed it.</summary>
public sealed class CompareModel(ReadKnowledgeBank banks) : BankPage
{
    /// <summary>Newest first.</summary>
    public IReadOnlyList<BankVersion> Versions { get; private set; } = [];

    public int Older { get; private set; }
    public int Newer { get; private set; }

    /// <summary>What in the address was not understood.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>Null with only one version.</summary>
    public VersionComparison? Comparison { get; private set; }

    public IReadOnlyList<DkOption> Options =>
        [
            .. Versions.Select(v => new DkOption(
                v.Number.ToString(CultureInfo.InvariantCulture),
                $"{v.Number}: {Show.Date(v.CreatedAt)}"
            )),
        ];

    public async Task<IActionResult> OnGetAsync()
    {
        Versions = await banks.Versions(HttpContext.RequestAborted);
        var query = new QueryReader(Request.Query);
        Newer = Chosen(query, "b", Versions[0].Number);
        Older = Chosen(query, "a", Versions.FirstOrDefault(v => v.Number < Newer)?.Number ?? Versions[^1].Number);
        Problems = [.. query.Problems.Select(problem => $"{problem.Name}: {problem.Problem}")];
        if (Versions.Count > 1)
        {
            // Time runs forwards, whichever way the reader asked.
            (Older, Newer) = (Math.Min(Older, Newer), Math.Max(Older, Newer));
            Comparison = CompareVersions.Between(
                await banks.Execute(Older, HttpContext.RequestAborted),
                await banks.Execute(Newer, HttpContext.RequestAborted)
            );
        }

        return Page();
    }

    public string Name(Tree tree, string code) => tree.Find(code)?.Name.ToString() ?? code;

    private int Chosen(QueryReader query, string name, int otherwise)
    {
        int number = query.Number(name, otherwise);
        if (Versions.Any(version => version.Number == number))
            return number;

        query.Wrong(name, new Text($"der er ingen version {number}", $"there is no version {number}"));
        return otherwise;
    }
}
