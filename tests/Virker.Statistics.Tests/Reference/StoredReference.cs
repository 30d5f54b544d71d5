using System.Runtime.CompilerServices;
using System.Text.Json;
using Virker.Statistics.EffectSizes;
using Virker.Statistics.MetaAnalysis;

namespace Virker.Statistics.Tests.Reference;

/// <summary>A JSON file that an R script beside this file wrote: <c>{ versions, data: [{ name, yi, vi, … }] }</c>.</summary>
internal sealed class StoredReference
{
    public static readonly StoredReference Dependent = new("dependent.json");
    public static readonly StoredReference Diagnostics = new("diagnostics.json");
    public static readonly StoredReference Calibration = new("calibration.json");
    public static readonly StoredReference Regression = new("regression.json");
    public static readonly StoredReference Trials = new("trials.json");
    public static readonly StoredReference Power = new("power.json");
    public static readonly StoredReference Observational = new("observational.json");
    public static readonly StoredReference Mixed = new("mixed.json");
    public static readonly StoredReference Survival = new("survival.json");

    private readonly Dictionary<string, JsonElement> data;

    private StoredReference(string file, [CallerFilePath] string here = "")
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, file)));
        data = document
            .RootElement.GetProperty("data")
            .EnumerateArray()
            .ToDictionary(d => d.GetProperty("name").GetString()!, d => d.Clone());
    }

    public JsonElement this[string name] => data[name];

    /// <summary>The data sets that have a property (every one has a name).</summary>
    public IEnumerable<TheoryDataRow<string>> With(string property = "name") =>
        data.Where(d => d.Value.TryGetProperty(property, out _)).Select(d => new TheoryDataRow<string>(d.Key));

    public static Effect[] Effects(JsonElement data) =>
        [.. Numbers(data, "yi").Zip(Numbers(data, "vi"), (y, v) => new Effect(y, v))];

    public static string[] Clusters(JsonElement data) =>
        [.. data.GetProperty("cluster").EnumerateArray().Select(id => id.ToString())];

    /// <summary>A stored vector; what R calls NA is NaN.</summary>
    public static double[] Numbers(JsonElement data, string name) =>
        [.. data.GetProperty(name).EnumerateArray().Select(Number)];

    public static double Number(JsonElement number) =>
        number.ValueKind == JsonValueKind.Number ? number.GetDouble() : double.NaN;

    /// <summary>Equal to 1e-8 relative or, near zero, to 1e-8 of the given unit.</summary>
    public static void Same(double expected, double actual, double unit, string what)
    {
        var allowed = 1e-8 * Math.Max(Math.Abs(expected), unit);
        Assert.True(
            (double.IsNaN(expected) && !double.IsFinite(actual)) || Math.Abs(expected - actual) <= allowed,
            $"{what}: R says {expected:R}, Virker {actual:R}, apart by {Math.Abs(expected - actual):G3}"
        );
    }
}
