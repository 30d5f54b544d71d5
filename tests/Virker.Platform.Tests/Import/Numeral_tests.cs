using System.Globalization;
using CsCheck;
using Virker.Platform.Import;

namespace Virker.Platform.Tests.Import;

public sealed class Numeral_tests
{
    private static readonly Gen<decimal> Numbers = Gen.Select(
        Gen.Long[-9_999_999_999, 9_999_999_999],
        Gen.Byte[0, 6],
        (digits, scale) => new decimal((int)digits, (int)(digits >> 32), 0, digits < 0, scale)
    );

    [Theory]
    [InlineData("da-DK", Notation.Danish)]
    [InlineData("en-GB", Notation.International)]
    public void A_number_written_in_a_notation_is_the_same_number_in_it(string culture, Notation notation)
    {
        var how = new CultureInfo(culture);
        Gen.Select(Numbers, Gen.Bool)
            .Sample(
                (number, isGrouped) =>
                {
                    string text = number.ToString(isGrouped ? "#,##0.######" : "0.######", how);
                    Assert.True(Numeral.TryRead(text, out var read), text);
                    Assert.Equal(
                        decimal.Parse(
                            number.ToString("0.######", CultureInfo.InvariantCulture),
                            CultureInfo.InvariantCulture
                        ),
                        decimal.Parse(read.In(notation)!, CultureInfo.InvariantCulture)
                    );
                }
            );
    }

    [Fact]
    public void What_is_a_number_in_one_notation_only_tells_which()
    {
        Numbers.Sample(number =>
        {
            foreach (
                string text in new[]
                {
                    number.ToString("N3", new CultureInfo("da-DK")),
                    number.ToString("0.00", new CultureInfo("da-DK")),
                }
            )
            {
                Assert.True(Numeral.TryRead(text, out var read));
                Assert.True(read.Tells == Notation.Danish || read.IsEither, text);
            }
        });
    }

    [Theory]
    [InlineData("2.200", "2200", "2.200")]
    [InlineData("2,200", "2.200", "2200")]
    [InlineData("0.300", null, "0.300")]
    [InlineData("0,3", "0.3", null)]
    [InlineData("1.234.567", "1234567", null)]
    [InlineData("1.234,5", "1234.5", null)]
    [InlineData("1,234.5", null, "1234.5")]
    [InlineData("−0,0923", "-0.0923", null)]
    [InlineData("1e-9", "1e-9", "1e-9")]
    [InlineData("1,5E-05", "1.5E-05", null)]
    [InlineData("1.200e3", null, "1.200e3")]
    [InlineData("12", "12", "12")]
    [InlineData(".5", null, "0.5")]
    public void A_number_is_what_each_notation_makes_of_it(string text, string? danish, string? international)
    {
        Assert.True(Numeral.TryRead(text, out var read));
        Assert.Equal((danish, international), (read.Danish, read.International));
        Assert.Equal(danish is not null && international is not null && danish != international, read.IsEither);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.2.3")]
    [InlineData("1,2,3")]
    [InlineData("12.34.567")]
    [InlineData("1.234,567,8")]
    [InlineData("٣")]
    [InlineData("NaN")]
    [InlineData("1 000")]
    [InlineData("--1")]
    [InlineData("5.")]
    [InlineData(".")]
    [InlineData(",")]
    [InlineData("1e")]
    public void Anything_else_is_no_number(string text) => Assert.False(Numeral.TryRead(text, out _));
}
