using System.Globalization;
using Virker.Platform;

namespace Virker.Casework.Tasks;

/// <summary>A task that ought to be there.</summary>
/// <param name="AboutId">The conversation, placement or workplace it is about.</param>
/// <param name="Occasion">Tells this time from the next, where the deadline does not.</param>
public sealed record WantedTask(
    TaskKind Kind,
    Guid AboutId,
    DateOnly Due,
    Guid OwnerId,
    Guid? CitizenId = null,
    Guid? WorkplaceId = null,
    string? Occasion = null
)
{
    public string Key { get; } =
        $"{Kind.Code()}/{AboutId}/{Occasion ?? Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    public CaseTask Made(DateTimeOffset at) =>
        new()
        {
            Kind = Kind,
            Key = Key,
            AboutId = AboutId,
            Due = Due,
            OwnerId = OwnerId,
            CitizenId = CitizenId,
            WorkplaceId = WorkplaceId,
            CreatedAt = at,
        };
}
