using System.Reflection;
using Virker.Evidence.Bank;
using Virker.Evidence.Exchange;
using Virker.Evidence.Knowledge;
using Virker.Evidence.Tests.JobEffects;

namespace Virker.Evidence.Tests.Storage;

/// <summary>A list of the content that is in no kind would be imported, hashed and exported by nobody.</summary>
public sealed class Row_kind_tests
{
    [Fact]
    public void Every_list_of_the_content_is_a_kind_and_every_kind_a_list() => Assert.Empty(Forgotten(BankRows.All));

    [Fact]
    public void A_kind_left_out_is_found() =>
        Assert.Equal(["Baselines: no kind"], Forgotten(BankRows.All.Where(k => k.Row != typeof(Baseline))));

    [Fact]
    public void A_kind_without_its_studies_is_found()
    {
        var careless = new RowKind<Finding>(
            "findings",
            FindingRows.Format,
            c => c.Findings,
            (c, rows) => c with { Findings = rows }
        );

        Assert.Equal(
            ["Findings: rests on studies, which nobody checks"],
            Forgotten(BankRows.All.Select(k => k.Row == typeof(Finding) ? careless : k))
        );
    }

    [Fact]
    public void A_kind_that_takes_another_kinds_list_is_found()
    {
        var crossed = new RowKind<Baseline>("pools", NumberRows.Baselines, c => c.Baselines, (c, _) => c);

        Assert.Equal(
            ["Baselines: its rows are not put back", "Baselines: table and file have different names"],
            Forgotten(BankRows.All.Select(k => k.Row == typeof(Baseline) ? crossed : k))
        );
    }

    private static IEnumerable<string> Forgotten(IEnumerable<RowKind> kinds)
    {
        var all = kinds.ToList();
        foreach (var list in typeof(BankContent).GetProperties().Where(p => p.PropertyType.IsGenericType))
        {
            var row = list.PropertyType.GenericTypeArguments[0];
            if (all.SingleOrDefault(k => k.Row == row) is not { } kind)
            {
                yield return $"{list.Name}: no kind";
                continue;
            }
            foreach (string wrong in (IEnumerable<string>)Check.MakeGenericMethod(row).Invoke(null, [kind, list])!)
                yield return $"{list.Name}: {wrong}";
        }
    }

    private static readonly MethodInfo Check = typeof(Row_kind_tests).GetMethod(
        nameof(Wrong),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    private static IEnumerable<string> Wrong<T>(RowKind<T> kind, PropertyInfo list)
        where T : class
    {
        List<T> none = [];
        var put = kind.With(new BankContent(), none);
        if (!ReferenceEquals(list.GetValue(put), none) || !ReferenceEquals(kind.Of(put), none))
            yield return "its rows are not put back";
        if (kind.Format(Cell.Data).Kind != kind.Name)
            yield return "table and file have different names";
        bool names = typeof(T).GetProperty("StudyId") is not null || typeof(T).GetProperty("BasisStudies") is not null;
        if (names != kind.RestsOn is not null)
            yield return "rests on studies, which nobody checks";
        if (kind.RestsOn is { } rests && !kind.Columns(Cell.Data).Contains(rests.Column))
            yield return "the column of its studies is not in its file";
    }
}
