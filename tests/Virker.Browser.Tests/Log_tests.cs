using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Virker.Browser.Tests;

public sealed class Log_tests(Browser browser)
{
    [Fact]
    public async Task A_planted_number_in_an_address_or_a_line_is_found()
    {
        var page = await browser.VisitAsync("/studies?text=411390-0009");
        await page.Context.CloseAsync();
        browser.Services.GetRequiredService<ILogger<Log_tests>>().LogInformation("{Cpr} came", "411390-0009");

        Assert.Contains(LogWatch.Planted, line => line.Contains("411390-0009 came", StringComparison.Ordinal));
        Assert.Contains(LogWatch.Planted, line => line.Contains("/studies?text=411390-0009", StringComparison.Ordinal));
    }
}
