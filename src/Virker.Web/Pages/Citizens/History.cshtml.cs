using Virker.Casework.Citizens;
using Virker.Evidence.Knowledge;
using Virker.Platform.Accounts;
using Virker.Web.Site;

namespace Virker.Web.Pages.Citizens;

/// <summary>What has been: goals, choices, target groups and contacts, each with its date.</summary>
public sealed class HistoryModel(ReadHistory read, ReadKnowledgeBank bank, Staff staff) : CitizenPage
{
    private KnowledgeBank? _bank;

    public CitizenHistory History { get; private set; } = null!;
    public WorkerNames Names { get; private set; } = null!;

    protected override string Look => "look.history";

    public async Task OnGetAsync(CancellationToken stop)
    {
        History = await read.Execute(Worker, Citizen.Id, stop);
        Names = await WorkerNames.Of(staff, Worker, stop);
        _bank = await bank.Find(null, stop);
    }

    /// <summary>The intervention's name; a code the bank no longer has speaks for itself.</summary>
    public string NameOf(string intervention) =>
        _bank is { } known && known.Taxonomy.Interventions.Has(intervention)
            ? known.Taxonomy.Interventions[intervention].Name.ToString()
            : intervention;
}
