using System.Text.Json;
using Virker.Statistics.Tests.Reference;

namespace Virker.Statistics.Tests.Survival;

/// <summary>A data set of survival.json as Virker takes it.</summary>
internal sealed class StoredFollowUp(string name)
{
    public JsonElement Data { get; } = StoredReference.Survival[name];

    public double[] Times => StoredReference.Numbers(Data, "time");

    public bool[] Events => [.. StoredReference.Numbers(Data, "status").Select(value => value == 1)];

    public string[]? Texts(string column) =>
        Data.TryGetProperty(column, out var values)
            ? [.. values.EnumerateArray().Select(value => value.GetString()!)]
            : null;

    public double[]? Optional(string column) =>
        Data.TryGetProperty(column, out _) ? StoredReference.Numbers(Data, column) : null;

    public static void Same(JsonElement expected, string column, IReadOnlyList<double> actual, string what, double unit)
    {
        var numbers = StoredReference.Numbers(expected, column);
        Assert.Equal(numbers.Length, actual.Count);
        for (var i = 0; i < numbers.Length; i++)
            StoredReference.Same(numbers[i], actual[i], unit, $"{what} {column} [{i}]");
    }
}
