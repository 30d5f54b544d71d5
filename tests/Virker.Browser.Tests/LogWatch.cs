using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Virker.Tests;
using Xunit.v3;

[assembly: Virker.Browser.Tests.NoCprNumberLogged]

namespace Virker.Browser.Tests;

/// <summary>What the sites of this run write to their logs, the address of each request included.</summary>
internal static partial class LogWatch
{
    private static readonly ConcurrentQueue<string> Found = new();

    /// <summary>What a site is started with to be watched: the libraries say each request too.</summary>
    public static string[] Settings => ["--Logging:Watch:LogLevel:Default", "Information"];

    /// <summary>Watches a site that was built with <see cref="Settings"/>.</summary>
    public static void On(WebApplication site) =>
        site.Services.GetRequiredService<ILoggerFactory>().AddProvider(new LogLines(Take));

    /// <summary>The lines so far that hold what may be a CPR number, but for the one a test plants.</summary>
    public static IEnumerable<string> Suspects => Found.Where(line => !IsPlanted(line));

    /// <summary>The lines with the planted number.</summary>
    public static IEnumerable<string> Planted => Found.Where(IsPlanted);

    private static bool IsPlanted(string line) => line.Contains("411390-0009", StringComparison.Ordinal);

    private static void Take(string line)
    {
        if (CprNumber().IsMatch(line))
            Found.Enqueue(line);
    }

    /// <summary>Ten digits that stand alone; a workplace's number, which the tests begin with nine, is another thing.</summary>
    [GeneratedRegex(@"(?<![\w.,-])(?!9)\d{6}-?\d{4}(?![\w.,-])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CprNumber();
}

/// <summary>After each test: no CPR number stands in a log or in the address of a request.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class NoCprNumberLoggedAttribute : BeforeAfterTestAttribute
{
    public override void After(MethodInfo methodUnderTest, IXunitTest test) => Assert.Empty(LogWatch.Suspects);
}
