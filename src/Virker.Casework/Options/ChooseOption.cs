using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Options;

/// <summary>What came of a choice: where it leads, or what stops it.</summary>
public sealed record OptionChosen(Offer? Offer, IReadOnlyList<FieldProblem> Problems);

/// <summary>Writes down what citizen and worker chose, and why. Any option may be chosen, whatever its place.</summary>
public sealed class ChooseOption(MunicipalityStore<CaseworkDbContext> store, ReadOptions read, TimeProvider clock)
{
    /// <summary>The longest reason, in letters.</summary>
    public const int MaxReason = 2000;

    public async Task<OptionChosen> Execute(
        Worker by,
        Guid citizen,
        string? intervention,
        string? reason,
        CancellationToken stop
    )
    {
        var shown = await read.Execute(by, citizen, stop);
        var chosen = shown.Options.FirstOrDefault(o => o.Offer.Intervention == intervention);
        reason = reason?.Trim() ?? "";
        var problems = new List<FieldProblem>();
        if (chosen is null)
            problems.Add(new("intervention", new("Vælg en mulighed.", "Choose an option.")));
        if (reason.Length == 0)
            problems.Add(new("reason", new("Skriv, hvorfor I valgte den.", "Write why you chose it.")));
        if (reason.Length > MaxReason)
            problems.Add(new("reason", new($"Skriv højst {MaxReason} tegn.", $"Write at most {MaxReason} letters.")));
        if (chosen is null || problems.Count > 0)
            return new OptionChosen(null, problems);
        await using var db = await store.OpenAsync(by.Municipality, stop);
        db.Add(
            new OptionChoice
            {
                CitizenId = citizen,
                ChosenAt = clock.GetUtcNow(),
                WorkerId = by.Id,
                Intervention = chosen.Offer.Intervention,
                Rank = chosen.Rank,
                BankVersion = shown.Bank.Version.Number,
                Shown = string.Join(';', shown.Options.Select(o => o.Offer.Intervention)),
                Reason = reason,
            }
        );
        await db.SaveAsync(by, "option.choose", citizen, null, stop);
        return new OptionChosen(chosen.Offer, []);
    }
}
