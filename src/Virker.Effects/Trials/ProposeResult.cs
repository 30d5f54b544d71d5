using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Virker.Effects.Storage;
using Virker.Evidence.Bank;
using Virker.Evidence.Proposals;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;

namespace Virker.Effects.Trials;

/// <summary>Asks the editors of the knowledge bank to take a trial's final result.</summary>
public sealed class ProposeResult(
    MunicipalityStore<EffectsDbContext> store,
    ProposeStudy propose,
    ReadProposals proposals
)
{
    /// <summary>Published numbers from 1 to one below this would point at persons.</summary>
    public const int LeastShown = 5;

    /// <param name="reportUrl">Where everybody can read the report.</param>
    /// <returns>What stops it; empty when it is proposed.</returns>
    /// <exception cref="InvalidInputException">There is no final look that is not proposed.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid trial,
        string? reportUrl,
        CancellationToken stop
    )
    {
        if (!Uri.TryCreate(reportUrl, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
        {
            return
            [
                new(
                    "reportUrl",
                    new(
                        "Skriv adressen, hvor alle kan læse rapporten.",
                        "Write the address where everybody can read the report."
                    )
                ),
            ];
        }
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var look = await db.TrialLooks.FirstOrDefaultAsync(l => l.TrialId == trial && l.Kind == LookKind.Final, stop);
        if (look is null || await IsOpen(look, stop))
            throw new InvalidInputException(new("der er intet resultat at sende", "there is no result to send"));
        if (HasFew(TrialResult.Read(look.Result)))
        {
            return
            [
                new(
                    "reportUrl",
                    new(
                        $"Færre end {LeastShown} havde udfaldet, eller havde det ikke, i en af grupperne. Det kan ikke offentliggøres.",
                        $"Fewer than {LeastShown} had the outcome, or did not have it, in one of the arms. It cannot be published."
                    )
                ),
            ];
        }
        var plan = TrialPlan.Read((await db.Trials.SingleAsync(t => t.Id == trial, stop)).Plan);
        var (study, findings) = Knowledge(by.Municipality, trial, plan, TrialResult.Read(look.Result), url);
        // Two databases: the proposal first, under a name that follows from the look. Stopped between the two, the next
        // press finds the proposal that waits and only tells the look of it.
        var proposal = NameAfter(look);
        await propose.Execute(proposal, study, findings, by.Municipality.Name, by.Id, by.Name, stop);
        look.ProposalId = proposal;
        await db.SaveAsync(by, "trial.propose", [], null, stop);
        return [];
    }

    private async Task<bool> IsOpen(TrialLook look, CancellationToken stop) =>
        look.ProposalId is { } id
        && (await proposals.Of([id], stop)).TryGetValue(id, out var proposal)
        && proposal.State != ProposalState.Refused;

    /// <summary>The proposal that comes after the one the look knows, which was refused, or after none.</summary>
    private static Guid NameAfter(TrialLook look) =>
        new(
            SHA256.HashData([.. look.Id.ToByteArray(), .. (look.ProposalId ?? Guid.Empty).ToByteArray()]).AsSpan(0, 16)
        );

    private static bool HasFew(TrialResult result) =>
        result.Outcomes.Any(o =>
            o.Events is { } had
            && new[] { had.Treatment, had.Usual, o.Known.Treatment - had.Treatment, o.Known.Usual - had.Usual }.Any(n =>
                n is > 0 and < LeastShown
            )
        );

    /// <summary>The result as the knowledge bank writes it.</summary>
    internal static (Study, IReadOnlyList<Finding>) Knowledge(
        Municipality municipality,
        Guid trial,
        TrialPlan plan,
        TrialResult result,
        Uri report
    )
    {
        string id = $"forsoeg-{municipality.Code}-{trial.ToString("n")[^8..]}";
        string title = municipality.IsMadeUp ? $"{plan.Title} (opdigtet forsøg / made-up trial)" : plan.Title!;
        var note = new Text(
            $"Lodtrækning i kommunens egen sagsbehandling. Planen blev låst før den første lod ({TrialPlan.Hash(plan.Write())[..12]}).",
            $"Randomised in the municipality's own casework. The plan was frozen before the first lot ({TrialPlan.Hash(plan.Write())[..12]})."
        );
        var study = new Study
        {
            Id = id,
            Authors = municipality.IsMadeUp ? $"{municipality.Name}, opdigtet / made up" : municipality.Name,
            Year = result.On.Year,
            Title = title,
            Publication = "",
            PublicationType = "not_in_journal",
            PeerReviewed = YesNoUnknown.No,
            Country = "Denmark",
            Geography = "denmark",
            Design = Design.Rct,
            Method = "rct",
            SampleSize = result.Drawn.Treatment + result.Drawn.Usual,
            SourceUrl = report.AbsoluteUri,
            SourceKind = "municipal trial report",
            ReadDepth = ReadDepth.FullText,
            Note = municipality.IsMadeUp
                ? new($"Opdigtet: borgerne findes ikke. {note.Da}", $"Made up: the citizens do not exist. {note.En}")
                : note,
        };
        return (study, [.. result.Outcomes.Select((o, i) => FindingOf(study, plan, o, i))]);
    }

    private static Finding FindingOf(Study study, TrialPlan plan, OutcomeResult outcome, int index)
    {
        var plain = outcome.Plain;
        double? p = outcome.HolmP ?? plain.P;
        return new Finding
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{study.Id}-{index + 1}"),
            StudyId = study.Id,
            Interventions = Codes.Of(plan.Intervention!),
            InterventionOriginal = Line(plan.Treatment),
            TargetGroups = Codes.Of(plan.EvidenceGroup!),
            Outcome = OutcomeKinds.Of(outcome.Kind).Outcome,
            OutcomeOriginal = outcome.Kind.Code(),
            EffectType = "net",
            FollowUp = $"{plan.Weeks} weeks",
            FollowUpMonths = Math.Round(plan.Weeks!.Value * 12 / 52m, 1),
            Direction =
                p is not < 0.05 ? Direction.None
                : plain.Value > 0 ? Direction.Positive
                : Direction.Negative,
            Significant = p is < 0.05 ? YesNoUnknown.Yes : YesNoUnknown.No,
            Measure = outcome.Events is null ? Measure.MD : Measure.RD,
            Estimate = (decimal)plain.Value,
            CiLow = (decimal?)plain.CiLow,
            CiHigh = (decimal?)plain.CiHigh,
            EstimateUnit = OutcomeKinds.Of(outcome.Kind).Unit,
            EventsTreated = outcome.Events?.Treatment,
            NTreated = outcome.Events is null ? null : outcome.Known.Treatment,
            EventsControl = outcome.Events?.Usual,
            NControl = outcome.Events is null ? null : outcome.Known.Usual,
            Pool =
                outcome.Events is null ? PoolRole.NotSet
                : index == 0 ? PoolRole.Main
                : PoolRole.Companion,
            Comparator = Line(plan.Usual),
            Basis = Basis.Printed,
            SourceUrl = study.SourceUrl,
        };
    }

    private static string Line(string? text) =>
        string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
