namespace Virker.Rules.Tests.Cases;

public sealed class Placement_cases_tests
{
    /// <summary>Units that count something a placement can be inside, at or outside of.</summary>
    private static readonly RuleUnit[] Limits =
    [
        RuleUnit.Weeks,
        RuleUnit.Months,
        RuleUnit.HoursPerWeek,
        RuleUnit.OerePerHour,
        RuleUnit.Places,
        RuleUnit.OrdinaryEmployeesPerPlace,
    ];

    public static TheoryData<string> Names => [.. PlacementCases.All.Select((c, i) => $"{i:000} {c}")];

    public static TheoryData<OfferKind> Kinds => [.. Enum.GetValues<OfferKind>()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_rule_says_what_its_case_says(string name)
    {
        var asked = PlacementCases.All[int.Parse(name[..3], System.Globalization.CultureInfo.InvariantCulture)];
        var messages = CheckPlacement.Against(House.Book, asked.Facts).Where(m => m.RuleId == asked.Rule).ToList();
        if (asked.Expected is not { } level)
        {
            Assert.Empty(messages);
            return;
        }
        var message = Assert.Single(messages);
        Assert.Equal(level, message.Level);
        Assert.True(message.Trace.Count >= 3);
        Assert.NotEqual("", message.Text.Da);
        Assert.NotEqual("", message.Text.En);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_placement_with_everything_in_order_is_only_informed_about(OfferKind kind) =>
        Assert.All(
            CheckPlacement.Against(House.Book, PlacementCases.InOrder.Single(f => f.Kind == kind)),
            m => Assert.Equal(RuleLevel.Inform, m.Level)
        );

    [Fact]
    public void Every_rule_that_bears_on_a_placement_has_its_cases() =>
        Assert.Empty(House.Book.Rules.Where(r => r.BearsOnPlacement).SelectMany(r => Lacks(r, PlacementCases.All)));

    [Fact]
    public void Every_case_is_about_a_rule_that_bears_on_a_placement()
    {
        var bearing = House.Book.Rules.Where(r => r.BearsOnPlacement).Select(r => r.Id).ToHashSet();
        Assert.All(PlacementCases.All, c => Assert.Contains(c.Rule, bearing));
    }

    [Fact]
    public void A_rule_without_cases_is_found_out()
    {
        var rule = House.Book.Rules.First(r => r.Id == "VP-DUR-01") with { Id = "NEW-01", ValidTo = new(2026, 12, 31) };
        string[] lacking = [.. Lacks(rule, PlacementCases.All)];
        Assert.Equal(10, lacking.Length);
        Assert.All(lacking, l => Assert.StartsWith("NEW-01", l, StringComparison.Ordinal));
    }

    [Fact]
    public void An_uncertain_rule_never_blocks_and_says_that_it_is_uncertain()
    {
        var uncertain = House.Book.Rules.Where(r => r.IsUncertain).Select(r => r.Id).ToHashSet();
        var messages = PlacementCases
            .All.SelectMany(c => CheckPlacement.Against(House.Book, c.Facts))
            .Where(m => m.RuleId is not null && uncertain.Contains(m.RuleId))
            .ToList();
        Assert.Contains(messages, m => m.Level == RuleLevel.Warn);
        Assert.DoesNotContain(messages, m => m.Level == RuleLevel.Block);
        Assert.All(
            messages.Where(m => m.Level == RuleLevel.Warn && m.RuleId != "PRA-01"),
            m => Assert.Contains("Check it.", m.Text.En, StringComparison.Ordinal)
        );
    }

    private static IEnumerable<string> Lacks(Rule rule, IReadOnlyList<PlacementCase> all)
    {
        var cases = all.Where(c => c.Rule == rule.Id).ToList();
        if (!cases.Exists(c => c.Speaks))
            yield return $"{rule.Id}: no case where it speaks";
        if (!cases.Exists(c => !c.Speaks))
            yield return $"{rule.Id}: no case where it is silent";
        if (rule.Breach == Breach.Block && rule.Value is not null && Limits.Contains(rule.Unit))
        {
            foreach (var where in new[] { "inside", "at", "outside" }.Where(w => !cases.Exists(c => c.Where == w)))
                yield return $"{rule.Id}: no case {where} its limit";
        }
        if (rule is { ValidFrom: { } from, IsDateExact: true })
        {
            if (!cases.Exists(c => c.On == from.AddDays(-1) && !c.Speaks))
                yield return $"{rule.Id}: no silent case the day before {from:yyyy-MM-dd}";
            if (!cases.Exists(c => c.On == from && c.Speaks))
                yield return $"{rule.Id}: no case on {from:yyyy-MM-dd}";
            if (!cases.Exists(c => c.On > from && c.Speaks))
                yield return $"{rule.Id}: no case after {from:yyyy-MM-dd}";
        }
        if (rule.ValidTo is { } to)
        {
            if (!cases.Exists(c => c.On == to && c.Speaks))
                yield return $"{rule.Id}: no case on its last day {to:yyyy-MM-dd}";
            if (!cases.Exists(c => c.On == to.AddDays(1) && !c.Speaks))
                yield return $"{rule.Id}: no silent case the day after {to:yyyy-MM-dd}";
        }
    }
}
