using Virker.Casework.Citizens;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.Citizens;

public sealed class Find_citizens_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_citizen_is_found_by_the_beginning_of_any_word_in_any_order(DatabaseProvider provider)
    {
        await using var house = await CitizensHouse.On(provider);
        await house.Add("Anne-Marie Lykke", "Prøve");
        await house.Add("Bo", "Annesen");
        await house.Add("Carl", "Lund");

        Assert.Equal("Bo, Anne-Marie", await house.Found("ann"));
        Assert.Equal("Anne-Marie", await house.Found("LYK"));
        Assert.Equal("Anne-Marie", await house.Found("prøve anne"));
        Assert.Equal("Anne-Marie", await house.Found("anne-marie"));
        Assert.Equal("", await house.Found("anne lund"));
        Assert.Equal("", await house.Found("nne"));
        Assert.Equal("", await house.Found("%nne"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Danish_letters_are_letters_and_accents_do_not_matter(DatabaseProvider provider)
    {
        await using var house = await CitizensHouse.On(provider);
        await house.Add("Åge", "Æbelø");
        await house.Add("Aase", "Østergård");
        await house.Add("André", "Müller");
        await house.Add("Björn", "Zachariassen");
        await house.Add("Isaac", "Olsen");

        Assert.Equal("Åge", await house.Found("åg"));
        Assert.Equal("Åge", await house.Found("AAGE"));
        Assert.Equal("Aase", await house.Found("Åse"));
        Assert.Equal("Aase", await house.Found("aas"));
        Assert.Equal("Aase", await house.Found("østergaard"));
        Assert.Equal("Åge", await house.Found("æb"));
        Assert.Equal("Isaac", await house.Found("ol"));
        Assert.Equal("Isaac", await house.Found("isaa"));
        Assert.Equal("André", await house.Found("andre mull"));
        Assert.Equal("André", await house.Found("ANDRÉ"));
        Assert.Equal("André", await house.Found("andre\u0301"));
        Assert.Equal("Björn", await house.Found("bjørn"));
        Assert.Equal("Björn", await house.Found("björ"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_citizen_is_found_by_cpr_number_and_the_number_is_nowhere_in_the_answer(
        DatabaseProvider provider
    )
    {
        await using var house = await CitizensHouse.On(provider);
        var id = await house.Add(CitizensHouse.Someone("4101800001"));

        foreach (string text in new[] { "4101800001", "410180-0001", " 410180 0001 " })
        {
            var found = await house.Find(text);
            Assert.Equal(id, Assert.Single(found.Citizens).Id);
            Assert.True(found.IsByCpr);
            Assert.DoesNotContain("410180", found.Citizens[0].ToString(), StringComparison.Ordinal);
        }

        Assert.Empty((await house.Find("4101800002")).Citizens);
        var partly = await house.Find("410180");
        Assert.True(partly.IsByCpr);
        Assert.NotNull(partly.Problem);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Another_municipalitys_citizens_are_not_found(DatabaseProvider provider)
    {
        await using var house = await CitizensHouse.On(provider);
        var id = await house.Add(CitizensHouse.Someone("4101800001"));
        var find = house.Get<FindCitizens>();

        Assert.Empty((await find.Execute(house.Test.Stranger, "Ida", default)).Citizens);
        Assert.Empty((await find.Execute(house.Test.Stranger, "4101800001", default)).Citizens);
        Assert.Null(await house.Get<ReadCitizen>().Head(house.Test.Stranger, id, default));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task At_most_twenty_five_are_shown_and_it_is_said_that_there_are_more(DatabaseProvider provider)
    {
        await using var house = await CitizensHouse.On(provider);
        for (int i = 0; i < 25; i++)
            await house.Add("Anna Annike", $"Annesen{(char)('a' + i)}");
        using (var queries = CountedQueries.Start())
        {
            Assert.False((await house.Find("ann")).HasMore);
            Assert.Equal(2, queries.Count);
        }

        await house.Add("Anna", "Annesen");

        var found = await house.Find("anna");
        Assert.Equal(25, found.Citizens.Count);
        Assert.True(found.HasMore);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("a")]
    [InlineData("a b")]
    [InlineData("- '")]
    public async Task Too_little_to_search_for_says_what_to_do(string? text)
    {
        await using var house = await CitizensHouse.On(DatabaseProvider.Sqlite);
        Assert.NotNull((await house.Find(text)).Problem);
    }
}
