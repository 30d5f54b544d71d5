using Virker.Casework.Employers;

namespace Virker.Casework.Tests.Employers;

public sealed class Reference_tests
{
    [Theory]
    [InlineData("13748136", true)]
    [InlineData("13748137", false)]
    [InlineData("1374813", false)]
    [InlineData("1374813x", false)]
    [InlineData("00000000", false)]
    public void A_cvr_number_has_a_check_digit(string number, bool isCvr) =>
        Assert.Equal(isCvr, EmployerNumbers.IsCvr(number));

    [Fact]
    public void A_cvr_number_whose_remainder_is_one_fits_no_check_digit()
    {
        // 2·1 + 7·1 + 6·0 + 5·0 + 4·0 + 3·0 + 2·7 = 23 leaves 1; 2·1 + 7·1 + 2·1 = 11 leaves 0.
        Assert.DoesNotContain(Enumerable.Range(0, 10), digit => EmployerNumbers.IsCvr($"1100007{digit}"));
        Assert.Equal([0], Enumerable.Range(0, 10).Where(digit => EmployerNumbers.IsCvr($"1100001{digit}")));
    }

    [Theory]
    [InlineData("1003388394", true)]
    [InlineData("1003388395", true)]
    [InlineData("100338839", false)]
    public void A_p_number_has_ten_digits_and_no_check_digit(string number, bool isPNumber) =>
        Assert.Equal(isPNumber, EmployerNumbers.IsPNumber(number));

    [Fact]
    public void Numbers_are_read_as_people_write_them() =>
        Assert.Equal("13748136", EmployerNumbers.Tidy("DK 13 74 81 36"));

    [Fact]
    public void Every_occupation_has_two_names_a_known_category_and_known_neighbours()
    {
        Assert.InRange(Occupations.All.Count, 40, 60);
        Assert.All(
            Occupations.All,
            o =>
            {
                Assert.InRange(o.Code.Length, 3, 4);
                Assert.NotEqual(o.Name.Da, o.Name.En);
                Assert.True(BalanceCategories.Find(o.InventedCategory)!.IsCurrent);
                Assert.All(o.Near, near => Assert.True(Occupations.IsKnown(near)));
            }
        );
    }

    [Fact]
    public void Near_goes_both_ways_and_is_not_the_same()
    {
        Assert.True(Occupations.AreNear("9112", "9111"));
        Assert.True(Occupations.AreNear("5223", "9334"));
        Assert.False(Occupations.AreNear("9112", "9112"));
        Assert.False(Occupations.AreNear("9112", "3512"));
        foreach (var a in Occupations.All)
        {
            foreach (var b in Occupations.All)
                Assert.Equal(Occupations.AreNear(a.Code, b.Code), Occupations.AreNear(b.Code, a.Code));
        }
    }

    [Fact]
    public void Industries_are_the_88_divisions_of_DB07_and_DB25_is_kept_by_code()
    {
        Assert.Equal(88, Industries.All.Count);
        Assert.True(Industries.IsKnown("56", "DB07"));
        Assert.False(Industries.IsKnown("04", "DB07"));
        Assert.True(Industries.IsKnown("04", "DB25"));
        Assert.False(Industries.IsKnown("56", "DB03"));
        Assert.Equal("branche 04 (DB25)", Industries.Name("04", "DB25").Da);
    }
}
