using System.Text.Json;
using Virker.Statistics.Tests.Reference;
using Virker.Statistics.Trials;

namespace Virker.Statistics.Tests.Trials;

public class Power_agrees_with_R_tests
{
    [Fact]
    public void Power_of_means_shares_and_times_with_clusters_and_blocks()
    {
        foreach (var (i, data) in StoredReference.Power["power"].GetProperty("power").EnumerateArray().Index())
        {
            var power = Power.Of(Endpoint(data), Number(data, "total", 0), Options(data));
            StoredReference.Same(Number(data, "power", 0), power, 1e-4, $"case {i}");
        }
    }

    [Fact]
    public void Sizes_that_give_the_power()
    {
        foreach (var (i, data) in StoredReference.Power["size"].GetProperty("size").EnumerateArray().Index())
        {
            var (endpoint, options, wanted) = (Endpoint(data), Options(data), Number(data, "wanted", 0));
            var size = Power.Size(endpoint, wanted, options);
            StoredReference.Same(Number(data, "total", 0), size.Exact, 0, $"size {i}");
            Assert.True(size.Power >= wanted && size.Total >= size.Exact);
            Assert.Equal(size.Treated, size.Control);
            if (options.Clusters is { } clusters)
                Assert.Equal(0, size.Treated % (int)clusters.Size);
        }
    }

    [Fact]
    public void The_effect_that_can_be_found_has_the_power_it_says()
    {
        var found = Power.Detectable(d => new MeanEndpoint(d, 2), 0, 20, 300);
        Assert.Equal(0.8, Power.Of(new MeanEndpoint(found, 2), 300), 1e-10);
        var share = Power.Detectable(p => new ProportionEndpoint(0.1, p), 0.1, 1, 1000, 0.9);
        Assert.Equal(0.9, Power.Of(new ProportionEndpoint(0.1, share), 1000), 1e-10);
        var fewer = Power.Detectable(p => new ProportionEndpoint(0.1, p), 0.1, 0, 2000);
        Assert.InRange(fewer, 0, 0.1);
        Assert.True(double.IsNaN(Power.Detectable(d => new MeanEndpoint(d, 100), 0, 1, 10)));
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Power.Of(new MeanEndpoint(1, 0), 100));
        Assert.Throws<NoEstimateException>(() => Power.Of(new MeanEndpoint(1, 1), 2));
        Assert.Throws<ArgumentException>(() => Power.Of(new ProportionEndpoint(1.2, 0.3), 100));
        Assert.Throws<ArgumentException>(() => Power.Of(new TimeToEventEndpoint(0, 0.3), 100));
        Assert.Throws<NoEstimateException>(() => Power.Size(new MeanEndpoint(0, 1)));
        Assert.Throws<ArgumentException>(() => Power.Size(new MeanEndpoint(1, 1), 1));
        // One cluster an arm leaves no degrees of freedom.
        PowerOptions clusters = new(Clusters: new(50, 0.1));
        Assert.Throws<NoEstimateException>(() => Power.Of(new MeanEndpoint(1, 1), 100, clusters));
    }

    private static Endpoint Endpoint(JsonElement data) =>
        data.GetProperty("kind").GetString() switch
        {
            "means" => new MeanEndpoint(Number(data, "difference", 0), Number(data, "sd", 0)),
            "shares" => new ProportionEndpoint(Number(data, "control", 0), Number(data, "treated", 0)),
            _ => new TimeToEventEndpoint(Number(data, "hr", 0), Number(data, "events", 0)),
        };

    private static PowerOptions Options(JsonElement data) =>
        new(
            Number(data, "alpha", 0.05),
            !data.TryGetProperty("two", out var two) || two.GetBoolean(),
            Number(data, "share", 0.5),
            data.TryGetProperty("size", out _)
                ? new(Number(data, "size", 0), Number(data, "icc", 0), Number(data, "cv", 0))
                : null,
            (int)Number(data, "blocks", 1),
            Number(data, "explained", 0)
        );

    private static double Number(JsonElement data, string property, double otherwise) =>
        data.TryGetProperty(property, out var number) ? number.GetDouble() : otherwise;
}
