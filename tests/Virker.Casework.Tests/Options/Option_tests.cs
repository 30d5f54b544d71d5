using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Virker.Casework.Assessments;
using Virker.Casework.Options;
using Virker.Evidence;
using Virker.Evidence.Bank;
using Virker.Evidence.Exchange;
using Virker.Evidence.Knowledge;
using Virker.Platform.Storage;
using Virker.Rules;
using Virker.Tests;

namespace Virker.Casework.Tests.Options;

public sealed class Option_tests(ShippedBank shipped) : IClassFixture<ShippedBank>
{
    private static readonly string[] Groups = ["6.1", "6.2", "6.3", "6.6", "6.8"];
    private static readonly HealthFacts InTreatment = new(null, true, true, null, null);

    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Fact]
    public void Every_offer_is_in_the_taxonomy_of_evidence()
    {
        Assert.All(Offers.All, o => Assert.True(shipped.Bank.Taxonomy.Interventions.Has(o.Intervention)));
    }

    [Fact]
    public void Every_rule_of_the_order_decides_only_where_the_earlier_are_equal()
    {
        Gen.Select(Gen.Int[0, Groups.Length - 1].Select(i => Groups[i]), Gen.Int[18, 66], Tri, Tri, Tri, Gen.Int)
            .Sample(
                (group, age, wants, smi, treated, seed) =>
                {
                    var citizen = Citizen(group, age, wants, new HealthFacts(null, smi, treated, null, null));
                    var shuffled = Offers.All.ToArray();
                    new Random(seed).Shuffle(shuffled);

                    var ranked = RankOptions.For(shipped.Bank, shuffled, citizen);

                    Assert.Equal(Enumerable.Range(1, ranked.Count), ranked.Select(o => o.Rank));
                    Assert.Equal(
                        RankOptions.For(shipped.Bank, Offers.All, citizen).Select(o => o.Offer.Intervention),
                        ranked.Select(o => o.Offer.Intervention)
                    );
                    foreach (var (above, below) in ranked.Zip(ranked.Skip(1)))
                    {
                        var decides = RankOptions.Order.FirstOrDefault(r => r.Place(above) != r.Place(below));
                        Assert.True(decides is null || decides.Place(above) < decides.Place(below));
                        Assert.Equal(decides?.Name.Da ?? "Alt er lige; alfabetet", below.After?.Da);
                    }
                },
                iter: 60
            );
    }

    [Fact]
    public void Ips_fits_exactly_when_job_and_treatment_can_go_together()
    {
        var ips = Of("X.IPS", Citizen("6.3", 40, true, InTreatment));

        Assert.Equal(GroupFit.Exact, ips.Fit);
        Assert.Equal("X.SMI", ips.Group);
        Assert.Equal(3, ips.Met.Count);
        Assert.NotNull(ips.Answer.Pooled?.OfHundred);
    }

    [Fact]
    public void What_lacks_a_need_stands_last_and_what_is_not_known_before_it()
    {
        var citizen = Citizen("6.3", 40, wantsToWork: true, new HealthFacts(null, false, false, null, null));
        var lacking = RankOptions.For(shipped.Bank, Offers.All, citizen);
        var unknown = RankOptions.For(shipped.Bank, Offers.All, Citizen("6.3", 40, null, null));

        Assert.Equal("X.IPS", lacking[^1].Offer.Intervention);
        Assert.Equal([Need.SevereMentalIllness, Need.PsychiatricTreatment], lacking[^1].Unmet);
        Assert.Equal("X.IPS", unknown[^1].Offer.Intervention);
        Assert.Equal(3, unknown[^1].NotKnown.Count);
    }

    [Fact]
    public void Graded_return_is_offered_to_the_sick_listed_only()
    {
        Assert.DoesNotContain(
            RankOptions.For(shipped.Bank, Offers.All, Citizen("6.3", 40, true, null)),
            o => o.Offer.Intervention == "X.GRADED"
        );
        Assert.Equal(GroupFit.Exact, Of("X.GRADED", Citizen("6.6", 40, true, null)).Fit);
    }

    [Fact]
    public void Without_a_target_group_nothing_is_ranked()
    {
        Assert.Empty(
            RankOptions.For(
                shipped.Bank,
                Offers.All,
                EvidenceFor.Citizen(null, 40, true, InTreatment with { SevereMentalIllness = null })
            )
        );
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_choice_against_the_order_is_kept_with_its_place_its_list_and_its_reason(
        DatabaseProvider provider
    )
    {
        await using var house = await House(provider);
        var ida = await house.Citizen("Ida");
        await using (var db = await house.Open())
        {
            (await db.Citizens.SingleAsync()).TargetGroup = "6.3";
            await db.SaveAsync(house.Anna, "test.set_up", ida, null, default);
        }

        var shown = await house.Get<ReadOptions>().Execute(house.Anna, ida, default);
        var last = shown.Options[^1];
        var chosen = await house
            .Get<ChooseOption>()
            .Execute(house.Anna, ida, last.Offer.Intervention, " Ida vil selv prøve det. ", default);

        Assert.Empty(chosen.Problems);
        Assert.Equal(last.Offer, chosen.Offer);
        await using var after = await house.Open();
        var kept = await after.OptionChoices.SingleAsync();
        Assert.Equal(last.Rank, kept.Rank);
        Assert.Equal("Ida vil selv prøve det.", kept.Reason);
        Assert.Equal(shown.Bank.Version.Number, kept.BankVersion);
        Assert.Equal(shown.Options.Select(o => o.Offer.Intervention), kept.Shown.Split(';'));
        var again = await house.Get<ReadOptions>().Execute(house.Anna, ida, default);
        Assert.Equal("Ida vil selv prøve det.", Assert.Single(again.Earlier).Reason);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_choice_without_a_reason_or_off_the_list_is_sent_back(DatabaseProvider provider)
    {
        await using var house = await House(provider);
        var ida = await house.Citizen("Ida");

        var nothing = await house.Get<ChooseOption>().Execute(house.Anna, ida, null, null, default);
        var foreign = await house.Get<ChooseOption>().Execute(house.Anna, ida, "X.BELIEF", "Fordi", default);

        Assert.Equal(["intervention", "reason"], nothing.Problems.Select(p => p.Field));
        Assert.Equal(["intervention"], foreign.Problems.Select(p => p.Field));
        await using var db = await house.Open();
        Assert.False(await db.OptionChoices.AnyAsync());
    }

    private static Gen<bool?> Tri => Gen.Int[0, 2].Select(bool? (i) => i == 0 ? null : i == 1);

    private RankedOption Of(string intervention, EvidenceFor citizen) =>
        RankOptions.For(shipped.Bank, Offers.All, citizen).Single(o => o.Offer.Intervention == intervention);

    private EvidenceFor Citizen(string group, int age, bool? wantsToWork, HealthFacts? health) =>
        EvidenceFor.Citizen(shipped.Book.TargetGroups.Find(group), age, wantsToWork, health);

    private static async Task<CaseHouse> House(DatabaseProvider provider)
    {
        var house = new CaseHouse(
            await TestMunicipalities.On(
                provider,
                (rooms, database) =>
                    rooms
                        .AddEvidence(database, Repository.Data)
                        .AddCasework()
                        .AddSingleton(_ => RuleBook.Load(Repository.Data))
            )
        );
        await house.Get<LoadShippedEvidence>().Execute();
        return house;
    }
}

/// <summary>The shipped knowledge bank and rules, read once.</summary>
public sealed class ShippedBank : IAsyncLifetime
{
    private TestDatabase? _database;
    private ServiceProvider? _services;

    public KnowledgeBank Bank { get; private set; } = null!;

    public RuleBook Book { get; } = RuleBook.Load(Repository.Data);

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.On(DatabaseProvider.Sqlite);
        _services = new ServiceCollection()
            .AddLogging()
            .AddEvidence(_database.Options, Repository.Data)
            .BuildServiceProvider();
        await _services.GetRequiredService<LoadShippedEvidence>().Execute();
        Bank = await _services.GetRequiredService<ReadKnowledgeBank>().Execute();
    }

    public async ValueTask DisposeAsync()
    {
        await _services!.DisposeAsync();
        await _database!.DisposeAsync();
    }
}
