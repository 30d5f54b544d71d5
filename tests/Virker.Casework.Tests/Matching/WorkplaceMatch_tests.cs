using CsCheck;
using Virker.Casework.Employers;
using Virker.Casework.Matching;
using Virker.Platform;

namespace Virker.Casework.Tests.Matching;

public sealed class WorkplaceMatch_tests
{
    private const string Wish = "9112";
    private static readonly string[] Codes = [Wish, "9111", "9123", "3512", "5223"];
    private static readonly Balance Made = new(
        new DateOnly(2026, 7, 1),
        false,
        new Dictionary<string, BalanceCategory>
        {
            ["9112"] = BalanceCategories.Find("MANGEL")!,
            ["9111"] = BalanceCategories.Find("MINDRE_GODE")!,
        }
    );
    private static readonly MisuseFlag Asks = new("x", new("f", "f"), new("q", "q"), "s", new("n", "n"));

    private static readonly Gen<WorkplaceFacts> Workplaces =
        from number in Gen.Int[0, 9999]
        from occupations in Gen.Int[0, Codes.Length - 1].Select(i => Codes[i]).Array[0, 3]
        from employees in Gen.Int[0, 4000].Nullable()
        from east in Gen.Int[0, 60_000].Nullable()
        from flags in Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool)
        from paid in Gen.Bool.Nullable()
        from cooperation in Gen.Enum<Cooperation>()
        from counts in Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 3])
        from counted in Gen.Bool
        select new WorkplaceFacts(
            Guid.CreateVersion7(),
            $"Navn {number % 3}",
            "Firma",
            $"10{number:00000000}",
            null,
            flags.Item1,
            employees,
            east,
            east is null ? null : 0,
            [.. occupations.Distinct()],
            counts.Item1,
            paid,
            cooperation,
            new Capacity(2, counts.Item3, counted),
            counts.Item2,
            4,
            flags.Item2 ? Asks : null,
            flags.Item3
        );

    private static readonly Gen<WorkplaceFacts[]> Many = Workplaces
        .Array[0, 30]
        .Select(all => all.DistinctBy(w => w.PNumber).ToArray());

    [Fact]
    public void The_match_is_the_same_whatever_order_the_workplaces_come_in() =>
        Many.SelectMany(all => Gen.Shuffle(all).Select(shuffled => (all, shuffled)))
            .Sample(
                pair =>
                    Lines(pair.all)
                        .Select(l => (l.Workplace.PNumber, l.After))
                        .SequenceEqual(Lines(pair.shuffled).Select(l => (l.Workplace.PNumber, l.After))),
                iter: 300
            );

    [Fact]
    public void A_reason_is_given_if_and_only_if_it_holds() =>
        Many.Sample(
            all =>
            {
                foreach (var line in Lines(all))
                {
                    var kinds = line.Reasons.Select(r => r.Kind).ToList();
                    Assert.Equal(kinds.Distinct(), kinds);
                    foreach (var kind in Enum.GetValues<ReasonKind>())
                        Assert.True(Holds(kind, line.Workplace) == kinds.Contains(kind), $"{kind} of {line.Workplace}");
                    Assert.All(line.Reasons, r => Assert.NotEqual("", r.Text.En));
                }
            },
            iter: 300
        );

    [Fact]
    public void Exactly_the_workplaces_with_the_occupation_or_a_near_one_are_there() =>
        Many.Sample(
            all =>
                Assert.Equal(
                    all.Where(w => w.Occupations.Any(o => o is "9112" or "9111" or "9123"))
                        .Select(w => w.PNumber)
                        .Order(StringComparer.Ordinal),
                    Lines(all).Select(l => l.Workplace.PNumber).Order(StringComparer.Ordinal)
                ),
            iter: 200
        );

    [Fact]
    public void A_later_rule_counts_only_where_all_earlier_are_equal() =>
        Many.Sample(
            all =>
            {
                var lines = Lines(all);
                foreach (var (above, line) in lines.Zip(lines.Skip(1)))
                {
                    var rule = WorkplaceMatch.Order.FirstOrDefault(r => r.Place(above) != r.Place(line));
                    Assert.True(rule is null || rule.Place(above) < rule.Place(line));
                    if (rule is not null)
                        Assert.Equal(rule.Name, line.After);
                }
            },
            iter: 200
        );

    [Fact]
    public void Without_a_place_on_the_map_no_distance_is_used()
    {
        var facts = Many.Single();
        Assert.All(
            WorkplaceMatch.Lines(Wish, null, null, facts, Made),
            l =>
            {
                Assert.Null(l.Km);
                Assert.DoesNotContain(l.Reasons, r => r.Kind is ReasonKind.IsNear or ReasonKind.IsFar);
            }
        );
    }

    [Fact]
    public void A_small_private_firm_is_advice_and_not_proof()
    {
        var reason = Lines([Small]).Single().Reasons.Single(r => r.Kind == ReasonKind.SmallPrivate);

        Assert.Contains("ikke bevist", reason.Text.Da, StringComparison.Ordinal);
        Assert.Contains("not proven", reason.Text.En, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Lines([Small with { Employees = 2000 }]).Single().Reasons,
            r => r.Kind == ReasonKind.SmallPrivate
        );
    }

    [Fact]
    public void Km_are_in_a_straight_line() => Assert.Equal(5, Distances.Km(0, 0, 3000, 4000));

    private static WorkplaceFacts Small { get; } =
        new(
            Guid.CreateVersion7(),
            "Rent",
            "Rent",
            "1000000000",
            null,
            false,
            1999,
            null,
            null,
            [Wish],
            0,
            null,
            Cooperation.Contact,
            new Capacity(1, 0, true),
            0,
            0,
            null,
            false
        );

    private static IReadOnlyList<WorkplaceLine> Lines(IEnumerable<WorkplaceFacts> all) =>
        WorkplaceMatch.Lines(Wish, 0, 0, all, Made);

    /// <summary>What each reason says, said once more.</summary>
    private static bool Holds(ReasonKind kind, WorkplaceFacts w)
    {
        bool same = w.Occupations.Contains("9112");
        bool near = !same && w.Occupations.Any(o => o is "9111" or "9123");
        string? judged = same
            ? "9112"
            : w.Occupations.Where(o => o is "9111" or "9123").Order(StringComparer.Ordinal).FirstOrDefault();
        return kind switch
        {
            ReasonKind.SameOccupation => same,
            ReasonKind.NearOccupation => near,
            ReasonKind.IsNear => w.East <= 10_000,
            ReasonKind.IsFar => w.East > 30_000,
            ReasonKind.HasRoom => w.Capacity.Taken < 2,
            ReasonKind.IsFull => w.Capacity.Taken >= 2 && w.Capacity.IsCounted,
            ReasonKind.RoomUnknown => w.Capacity.Taken >= 2 && !w.Capacity.IsCounted,
            ReasonKind.OffersPaidHours => w.OffersPaidHours == true,
            ReasonKind.PaidHoursUnknown => w.OffersPaidHours is null,
            ReasonKind.NoPaidHours => w.OffersPaidHours == false,
            ReasonKind.HiredBefore => w.Hires > 0,
            ReasonKind.OpenPlaces => w.OpenPlaces > 0,
            ReasonKind.Cooperates => w.Cooperation >= Cooperation.Cooperating,
            ReasonKind.SmallPrivate => !w.IsPublic && w.Employees is < 2000,
            ReasonKind.GoodChance => judged == "9112",
            ReasonKind.ManyApplicants => judged == "9111",
            ReasonKind.RepeatedInternships => w.Flag is not null,
            ReasonKind.BeenHere => w.CitizenWasHere,
            _ => false,
        };
    }
}
