using System.Text.Json;

namespace Virker.Cli.Tests;

/// <summary>What R made of the same file.</summary>
internal static class StoredR
{
    public static JsonElement Read(string file) =>
        JsonDocument.Parse(File.ReadAllText(Cli.Reference(file))).RootElement;

    public static JsonElement Json(this Answered answered)
    {
        Assert.True(answered.ExitCode == 0, answered.Errors);
        return JsonDocument.Parse(answered.Output).RootElement;
    }

    /// <summary>Every field of R's, to 1e-8.</summary>
    public static void Near(JsonElement theirs, JsonElement ours)
    {
        foreach (var field in theirs.EnumerateObject())
            Near(field.Value.GetDouble(), ours.GetProperty(field.Name).GetDouble(), field.Name);
    }

    public static void Near(JsonElement theirs, IEnumerable<JsonElement> ours, string field)
    {
        var expected = theirs.EnumerateArray().Select(value => value.GetDouble()).ToList();
        var actual = ours.Select(value => value.GetDouble()).ToList();
        Assert.Equal(expected.Count, actual.Count);
        foreach (var (i, pair) in expected.Zip(actual).Index())
            Near(pair.First, pair.Second, $"{field}[{i}]");
    }

    public static void Near(double expected, double actual, string field)
    {
        double scale = Math.Max(Math.Abs(expected), 1e-12);
        Assert.True(Math.Abs(expected - actual) <= 1e-8 * scale, $"{field}: {actual:R}, R has {expected:R}");
    }
}
