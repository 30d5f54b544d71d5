using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Caseload;

/// <summary>How heavy a case is (sagstyngde), in the union's three steps. No numbers are published for them.</summary>
public enum CaseLevel
{
    Simple,
    Complex,
    VeryComplex,
}

/// <summary>What a citizen's case asks of the worker who has it.</summary>
public sealed class CaseNeeds
{
    public Guid CitizenId { get; init; }

    /// <summary>Null when nobody has judged it; it then counts as a simple one.</summary>
    public CaseLevel? Level { get; set; }

    /// <summary>The language the worker must speak; null when Danish will do.</summary>
    public string? Language { get; set; }

    /// <summary>The relation is protected: no proposal moves the citizen as long as the worker is here.</summary>
    public bool IsBound { get; set; }
}

/// <summary>Writes what the case asks for.</summary>
public sealed class ChangeCaseNeeds(MunicipalityStore<CaseworkDbContext> store)
{
    /// <param name="language">A code of <see cref="CaseLanguages"/>, or null.</param>
    /// <returns>What stops it; empty when it is saved.</returns>
    /// <exception cref="InvalidInputException">No such citizen.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid citizen,
        CaseLevel? level,
        string? language,
        bool isBound,
        CancellationToken stop
    )
    {
        if (language is not null && CaseLanguages.Find(language) is null)
            return [new("language", new("Vælg et sprog på listen.", "Choose a language on the list."))];
        await using var db = await store.OpenAsync(by.Municipality, stop);
        await db.Citizens.OfId(citizen, stop);
        var needs = await db.CaseNeeds.FindAsync([citizen], stop);
        if (needs is null)
            db.Add(needs = new CaseNeeds { CitizenId = citizen });
        (needs.Level, needs.Language, needs.IsBound) = (level, language, isBound);
        await db.SaveAsync(by, "case.needs", citizen, null, stop);
        return [];
    }
}

/// <summary>Reads what the case asks for.</summary>
public sealed class ReadCaseNeeds(MunicipalityStore<CaseworkDbContext> store)
{
    /// <returns>Null when nothing is written.</returns>
    public async Task<CaseNeeds?> Execute(Worker by, Guid citizen, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        return await db.CaseNeeds.FindAsync([citizen], stop);
    }
}
