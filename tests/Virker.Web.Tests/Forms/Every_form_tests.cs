using System.Globalization;
using System.Text;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Web.Tests.Forms;

/// <summary>Every form of the site, found from its endpoints, through what happens to forms in real life.</summary>
public sealed class Every_form_tests(ITestOutputHelper output, TheSite any)
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Fact]
    public void Every_form_is_filled_in_somewhere()
    {
        var known = FilledForms.All.Select(f => f.Handler).ToHashSet();
        var all = EveryForm.Of(any.Services);

        Assert.Empty(all.Except(known));
        Assert.Empty(known.Except(all));
        Assert.All(FilledForms.All, f => Assert.DoesNotContain(f.Exempt, why => string.IsNullOrWhiteSpace(why.Value)));
    }

    /// <remarks>Not yet in the ordinary run (<c>--explicit only</c> runs it): it takes minutes, and what is in
    /// <see cref="KnownFailures"/> is to be mended first.</remarks>
    [Theory(Explicit = true)]
    [MemberData(nameof(Databases))]
    public async Task Every_form_survives_real_life(DatabaseProvider provider)
    {
        await using var site = await FormsSite.On(provider);
        var walk = new FormWalk(site);
        string? only = Environment.GetEnvironmentVariable("VIRKER_FORM");
        await walk.Go(FilledForms.All.Where(f => only is null || f.Handler.Contains(only, StringComparison.Ordinal)));

        string report = Report(provider, walk);
        output.WriteLine(report);
        string kept = Path.Combine(Repository.Root, "out");
        Directory.CreateDirectory(kept);
        await File.WriteAllTextAsync(Path.Combine(kept, $"forms-{provider}.txt".ToLowerInvariant()), report);
        Assert.True(walk.Failures.Count == 0, report);
    }

    private static string Report(DatabaseProvider provider, FormWalk walk)
    {
        var text = new StringBuilder();
        int forms = FilledForms.All.Count;
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{provider}: {forms} forms × {FormTrial.All.Count} trials: {walk.Ran} run, {walk.Exempted.Count} exempt, {walk.Failures.Count} failures, {KnownFailures.Of.Count} trials with known failures."
        );
        foreach (var (letter, took) in walk.Took)
            text.AppendLine(CultureInfo.InvariantCulture, $"({letter}) {took.TotalSeconds:0.0} s");
        foreach (string line in walk.Failures)
            text.AppendLine("FAILS " + line);
        foreach (string line in walk.Known)
            text.AppendLine("known " + line);
        foreach (string line in walk.Exempted)
            text.AppendLine("exempt " + line);
        return text.ToString();
    }
}
