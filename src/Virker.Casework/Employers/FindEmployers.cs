using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Employers;

/// <summary>What to look for among workplaces; what is empty does not narrow.</summary>
/// <param name="Text">Words in the names of workplace and company, the CVR or P-number, the address or the town.</param>
/// <param name="Industry">A division.</param>
/// <param name="OwnerId">The workplaces one worker keeps.</param>
/// <param name="IsDue">Only those somebody keeps and where contact is due.</param>
public sealed record EmployerSearch(string? Text, string? Industry, Guid? OwnerId, bool IsDue, int Page = 1);

/// <summary>A workplace in a list.</summary>
public sealed record EmployerLine(
    Guid Id,
    string Name,
    string Company,
    string? City,
    string Industry,
    string IndustryVersion,
    int? Employees,
    Cooperation Cooperation,
    Guid? OwnerId,
    DateOnly? LastContactOn,
    bool IsClosed
)
{
    /// <summary>When the next contact is due; null when nobody has called yet.</summary>
    public DateOnly? NextContactOn => Rhythm.Next(Cooperation, LastContactOn);
}

public sealed record EmployersFound(IReadOnlyList<EmployerLine> Lines, int Total, int Page, int Pages);

/// <summary>Finds workplaces. A closed one is found by its words and stands on no other list.</summary>
public sealed class FindEmployers(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    public const int PageSize = 25;
    private const int MostWords = 6;

    public async Task<EmployersFound> Execute(Worker by, EmployerSearch search, CancellationToken stop)
    {
        var today = clock.Today();
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var found =
            from w in db.Workplaces
            join c in db.Companies on w.CompanyId equals c.Id
            select new { Workplace = w, Company = c };
        string[] words =
        [
            .. (search.Text ?? "")
                .ToLowerInvariant()
                .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Take(MostWords),
        ];
        foreach (string word in words)
            found = found.Where(f => f.Workplace.SearchWords.Contains(word) || f.Company.SearchWords.Contains(word));
        if (words.Length == 0)
            found = found.Where(f => f.Workplace.ClosedOn == null && !f.Company.IsClosed);
        if (search.Industry is { Length: > 0 } industry)
            found = found.Where(f => f.Workplace.Industry == industry);
        if (search.OwnerId is { } owner)
            found = found.Where(f => f.Workplace.OwnerId == owner);
        if (search.IsDue)
        {
            var (often, seldom) = (Rhythm.DueFrom(3, today), Rhythm.DueFrom(6, today));
            found = found.Where(f =>
                f.Workplace.OwnerId != null
                && (
                    f.Workplace.LastContactOn == null
                    || f.Workplace.LastContactOn <= seldom
                    || (
                        f.Workplace.LastContactOn <= often
                        && (
                            f.Workplace.Cooperation == Cooperation.Partnership
                            || f.Workplace.Cooperation == Cooperation.Cooperating
                        )
                    )
                )
            );
        }

        int total = await found.CountAsync(stop);
        int pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        int page = Math.Clamp(search.Page, 1, pages);
        var lines = await found
            .OrderBy(f => f.Workplace.SearchWords)
            .ThenBy(f => f.Workplace.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .Select(f => new EmployerLine(
                f.Workplace.Id,
                f.Workplace.Name,
                f.Company.Name,
                f.Workplace.City,
                f.Workplace.Industry,
                f.Workplace.IndustryVersion,
                f.Workplace.Employees,
                f.Workplace.Cooperation,
                f.Workplace.OwnerId,
                f.Workplace.LastContactOn,
                f.Workplace.ClosedOn != null || f.Company.IsClosed
            ))
            .ToListAsync(stop);
        return new EmployersFound(lines, total, page, pages);
    }
}
