using Virker.Casework.Fidelity;
using Virker.Casework.Tests.Demo;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Accounts.Administration;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.Fidelity;

public sealed class Fidelity_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [InlineData(25, "not_ips")]
    [InlineData(73, "not_ips")]
    [InlineData(74, "fair")]
    [InlineData(99, "fair")]
    [InlineData(100, "good")]
    [InlineData(114, "good")]
    [InlineData(115, "exemplary")]
    [InlineData(125, "exemplary")]
    public void The_bands_meet_where_the_scale_says(int total, string band)
    {
        Assert.Equal(25, FidelityScale.Items.Count);

        Assert.Equal(band, FidelityScale.Total(Scores(total).Select(s => (int?)s)).Band!.Code);
    }

    [Fact]
    public void Every_total_has_one_band() =>
        Assert.All(Enumerable.Range(25, 101), t => Assert.Single(FidelityScale.Bands, b => b.From <= t && t <= b.To));

    [Fact]
    public void With_an_item_missing_there_is_a_sum_and_a_count_and_no_band()
    {
        var total = FidelityScale.Total([.. Enumerable.Repeat<int?>(5, 24), null]);

        Assert.Equal((120, 24, false), (total.Sum, total.Scored, total.IsComplete));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_review_is_filled_in_bit_by_bit_and_shows_what_moved(DatabaseProvider provider)
    {
        await using var house = await FidelityHouse.On(provider);
        var first = await Review(house, house.Team, house.Today.AddMonths(-6), Scores(73));
        var second = await Review(house, house.Team, house.Today, [.. Scores(100).Take(24)]);

        var partial = (await house.Get<ReadFidelity>().One(house.Leader, second, default))!;
        await Score(house, second, [new(25, Scores(100)[24], FidelitySource.Interview, "Set")]);
        var whole = (await house.Get<ReadFidelity>().One(house.Leader, second, default))!;

        Assert.Equal((24, null, null), (partial.Line.Total.Scored, partial.Line.Total.Band, partial.Moved));
        Assert.Equal(("good", 27, first), (whole.Line.Total.Band!.Code, whole.Moved, whole.Before!.Id));
        Assert.Equal(new ItemFound(25, Scores(100)[24], FidelitySource.Interview, "Set"), whole.Found[25]);
        Assert.Equal("source3", Assert.Single(await Score(house, second, [new(3, 4, null, null)])).Field);
        Assert.Equal(
            "score3",
            Assert.Single(await Score(house, second, [new(3, 6, FidelitySource.Interview, null)])).Field
        );
        await Assert.ThrowsAsync<InvalidInputException>(() => Score(house, Guid.CreateVersion7(), []));
        var begun = await house.Get<BeginFidelityReview>().Execute(house.Leader, null, house.Today.AddDays(1), default);
        Assert.Equal(["team", "on"], begun.Problems.Select(p => p.Field));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Two_who_write_at_once_do_not_overwrite_each_other_unseen(DatabaseProvider provider)
    {
        await using var house = await FidelityHouse.On(provider);
        var begun = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Begin(house, house.Team, house.Today)));
        var id = Assert.Single(begun, b => b.Id is not null).Id!.Value;
        Assert.All(begun.Where(b => b.Id is null), b => Assert.Equal("on", Assert.Single(b.Problems).Field));
        string seen = (await house.Get<ReadFidelity>().One(house.Leader, id, default))!.Stamp;

        var saved = await Task.WhenAll(
            Enumerable
                .Range(1, 4)
                .Select(s =>
                    house
                        .Get<ScoreFidelity>()
                        .Execute(house.Leader, id, [new(1, s, FidelitySource.Interview, null)], seen, default)
                )
        );

        int first = Array.FindIndex(saved, p => p.Count == 0);
        Assert.Equal(3, saved.Count(p => p.Count > 0));
        var now = (await house.Get<ReadFidelity>().One(house.Leader, id, default))!;
        Assert.Equal(first + 1, Assert.Single(now.Found.Values).Score);
    }

    private static Task<FidelityBegun> Begin(FidelityHouse house, Guid team, DateOnly on) =>
        house.Get<BeginFidelityReview>().Execute(house.Leader, team, on, default);

    private static async Task<Guid> Review(FidelityHouse house, Guid team, DateOnly on, IReadOnlyList<int> scores)
    {
        var begun = await Begin(house, team, on);
        Assert.Empty(
            await Score(
                house,
                begun.Id!.Value,
                [.. scores.Select((s, i) => new ItemFound(i + 1, s, FidelitySource.RecordReview, null))]
            )
        );
        return begun.Id.Value;
    }

    /// <summary>Scores what was just looked at.</summary>
    private static async Task<IReadOnlyList<FieldProblem>> Score(
        FidelityHouse house,
        Guid id,
        IReadOnlyList<ItemFound> found
    )
    {
        var read = await house.Get<ReadFidelity>().One(house.Leader, id, default);
        return await house.Get<ScoreFidelity>().Execute(house.Leader, id, found, read?.Stamp ?? "", default);
    }

    /// <summary>Twenty-five scores that add up.</summary>
    private static int[] Scores(int total) =>
        [.. Enumerable.Range(0, 25).Select(i => total / 25 + (i < total % 25 ? 1 : 0))];

    /// <summary>A municipality with a team.</summary>
    private sealed record FidelityHouse(TestMunicipalities Test, Worker Leader, Guid Team) : IAsyncDisposable
    {
        public DateOnly Today => Test.Clock.Today();

        public static async Task<FidelityHouse> On(DatabaseProvider provider)
        {
            var test = await DemoHouse.On(provider);
            var municipality = await test.Get<MunicipalityCatalogue>().Add("ipsby", "Ipsby", madeUp: true);
            var leader = new Worker(test.Anna.Id, "Leder", municipality, new HashSet<Role> { Role.TeamLeader });
            return new(test, leader, (await test.Get<ManageTeams>().Save(leader, null, "IPS", null)).Id);
        }

        public T Get<T>()
            where T : notnull => Test.Get<T>();

        public ValueTask DisposeAsync() => Test.DisposeAsync();
    }
}
