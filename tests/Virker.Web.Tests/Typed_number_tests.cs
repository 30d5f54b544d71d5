using System.Globalization;
using CsCheck;
using Virker.Web.Site;

namespace Virker.Web.Tests;

/// <summary>A form reads what its page prints, and asks about what could be two numbers.</summary>
public sealed class Typed_number_tests
{
    [Theory]
    [InlineData("da-DK")]
    [InlineData("en-GB")]
    public void What_a_page_prints_is_read_back(string language)
    {
        In(
            language,
            () =>
            {
                Gen.Int[0, 2_000_000].Sample(n => Assert.Equal(n, TypedNumber.Whole(Show.Count(n))), threads: 1);
                Gen.Int[-900_000_000, 900_000_000]
                    .Sample(
                        n =>
                        {
                            string text = Show.Number(n / 10_000m, 4).TrimEnd('0').TrimEnd(',', '.');
                            string? read = TypedNumber.Read(text);
                            // A whole number with thousands printed beside fractions is asked about at most.
                            Assert.True(
                                read is null || decimal.Parse(read, CultureInfo.InvariantCulture) == n / 10_000m,
                                text + " " + read
                            );
                        },
                        threads: 1
                    );
            }
        );
    }

    [Theory]
    [InlineData("da-DK", "1.154", "1154")]
    [InlineData("en-GB", "1,154", "1154")]
    [InlineData("da-DK", "−0,0923076923", "-0.0923076923")]
    [InlineData("da-DK", "7.5", "7.5")]
    [InlineData("en-GB", "7,5", "7.5")]
    [InlineData("da-DK", "1.000", "1000")]
    [InlineData("en-GB", "1.154", "1.154")]
    [InlineData("en-GB", "1.000", null)]
    [InlineData("da-DK", "50,000", null)]
    [InlineData("da-DK", "1.2.3", null)]
    public void A_number_is_what_the_page_would_mean_by_it(string language, string text, string? number) =>
        In(language, () => Assert.Equal(number, TypedNumber.Read(text)));

    private static void In(string language, Action check)
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(language);
            check();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }
}
