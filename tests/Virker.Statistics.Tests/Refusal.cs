namespace Virker.Statistics.Tests;

/// <summary>What the statistics say no to: wrong arguments, or data that admit no estimate.</summary>
internal static class Refusal
{
    public static string Why(Action ask)
    {
        var refusal = Assert.ThrowsAny<Exception>(ask);
        Assert.True(refusal is ArgumentException or NoEstimateException, refusal.GetType().Name);
        return refusal.Message;
    }

    public static string Why(Func<object?> ask) =>
        Why(() =>
        {
            _ = ask();
        });
}
