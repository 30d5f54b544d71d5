using Virker.Evidence.Bank;
using Virker.Evidence.Knowledge;
using Virker.Platform;
using Virker.Web.Api;
using Virker.Web.Site;

namespace Virker.Web.Pages.Data;

/// <summary>A file to download and what its rows are.</summary>
public sealed record DataFile(string Name, int Rows, Text About, IReadOnlyList<(string Column, Text Meaning)> Columns);

/// <summary>The bank as files, its versions, and how to quote it.</summary>
public sealed class IndexModel(ReadKnowledgeBank banks) : BankPage
{
    public IReadOnlyList<DataFile> Files { get; private set; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<BankVersion> Versions { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Versions = await banks.Versions(HttpContext.RequestAborted);
        Files = Bank.Remember(typeof(DataFile), () => DataColumns.Describe(DataFiles.Of(Bank)));
    }
}
