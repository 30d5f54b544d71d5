namespace Virker.Statistics.EffectSizes;

/// <summary>The four cells of a table: events and non-events, treated (a, b) and control (c, d).</summary>
internal readonly record struct Cells(double A, double B, double C, double D)
{
    public double TotalTreated => A + B;

    public double TotalControl => C + D;

    public double Total => A + B + C + D;

    public bool HasZero => A == 0 || B == 0 || C == 0 || D == 0;

    /// <summary>Nobody, or everybody, had the event: the table says nothing about a ratio.</summary>
    public bool SaysNothing => (A == 0 && C == 0) || (B == 0 && D == 0);

    public Cells Plus(double add) => new(A + add, B + add, C + add, D + add);

    /// <summary>Checks the tables and applies the zero-cell rule.</summary>
    public static IReadOnlyList<Cells> Of(IReadOnlyList<TwoByTwo> tables, ZeroCells rule)
    {
        if (!(rule.Add >= 0 && double.IsFinite(rule.Add)))
        {
            throw new ArgumentException(
                $"The number added to each cell is {rule.Add}; it must be finite and at least 0.",
                nameof(rule)
            );
        }
        var cells = Of(tables);
        var anyZero = cells.Any(table => table.HasZero);
        return Array.ConvertAll(
            cells,
            table =>
                rule.Rule switch
                {
                    ZeroCellRule.OnlyTablesWithZero => table.HasZero,
                    ZeroCellRule.AllTables => true,
                    ZeroCellRule.AllIfAnyZero => anyZero,
                    ZeroCellRule.None => false,
                }
                    ? table.Plus(rule.Add)
                    : table
        );
    }

    /// <summary>Checks the tables.</summary>
    public static Cells[] Of(IReadOnlyList<TwoByTwo> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var cells = new Cells[tables.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            var table = tables[i];
            Check(i, "treated", table.EventsTreated, table.TotalTreated);
            Check(i, "control", table.EventsControl, table.TotalControl);
            cells[i] = new(
                table.EventsTreated,
                table.TotalTreated - table.EventsTreated,
                table.EventsControl,
                table.TotalControl - table.EventsControl
            );
        }
        return cells;
    }

    private static void Check(int row, string arm, double events, double total)
    {
        if (!(total > 0 && double.IsFinite(total)))
        {
            throw new ArgumentException(
                $"Row {row + 1}: the {arm} arm has {total} people; it needs some.",
                nameof(total)
            );
        }
        if (!(events >= 0 && events <= total))
        {
            throw new ArgumentException(
                $"Row {row + 1}: the {arm} arm has {events} events among {total} people; events go from 0 to the total.",
                nameof(events)
            );
        }
    }
}
