namespace Virker.Figures;

/// <summary>
/// Estimates with intervals, one a row, in groups, with diamonds for the pooled results and a bar for the prediction
/// interval. Values are on the scale that is shown (a risk ratio of 1.29 is 1.29, not its logarithm).
/// </summary>
public sealed record ForestPlot : Figure
{
    /// <summary>The studies; one group without heading if there are no subgroups.</summary>
    public required IReadOnlyList<ForestGroup> Groups { get; init; }

    /// <summary>The pooled result of all groups, if there is one.</summary>
    public ForestSummary? Pooled { get; init; }

    /// <summary>Headings of the columns.</summary>
    public required ForestHeadings Headings { get; init; }

    /// <summary>Logarithmic for ratios (the default), linear for differences.</summary>
    public AxisScale Scale { get; init; } = AxisScale.Log;

    /// <summary>Where there is no effect: 1 on a logarithmic and 0 on a linear axis unless told otherwise.</summary>
    public double? NullValue { get; init; }

    /// <summary>Lowest value on the axis; chosen from the data when not given. Intervals beyond it get an arrow.</summary>
    public double? AxisFrom { get; init; }

    /// <summary>Highest value on the axis; chosen from the data when not given.</summary>
    public double? AxisTo { get; init; }

    /// <summary>What the axis measures, under the ticks.</summary>
    public string AxisTitle { get; init; } = "";

    /// <summary>What lower values than the null favour; an arrow is added.</summary>
    public string FavoursLow { get; init; } = "";

    /// <summary>What higher values than the null favour; an arrow is added.</summary>
    public string FavoursHigh { get; init; } = "";

    /// <summary>.NET format of estimates and limits.</summary>
    public string ValueFormat { get; init; } = "F2";

    internal double Null => NullValue ?? (Scale == AxisScale.Log ? 1 : 0);

    internal bool HasWeights => Groups.Any(g => g.Rows.Any(r => r.Weight is not null));

    internal string Estimate(double estimate, double low, double high) =>
        $"{Numbers.Label(estimate, ValueFormat, Culture)} ({Interval(low, high)})";

    internal string Interval(double low, double high) => Numbers.Interval(low, high, ValueFormat, Culture);

    internal string Weight(double? weight) => weight is { } w ? Numbers.Label(w / 100, "P1", Culture) : "";

    private protected override bool IsEmpty => Pooled is null && Groups.All(g => g.Rows.Count == 0);

    private protected override void Draw(Canvas canvas) => new ForestDrawing(this, canvas).Draw();

    private protected override void Check()
    {
        foreach (var row in Groups.SelectMany(g => g.Rows))
        {
            Value(row.Label, row.Estimate, row.Low, row.High);
            Require.Length(row.Label, "columns", row.Columns.Count, Headings.Columns.Count);
            if (row.Weight is { } weight)
                Require.NotNegative(row.Label, "the weight", weight);
        }
        foreach (var summary in Groups.Select(g => g.Summary).Append(Pooled).OfType<ForestSummary>())
        {
            Value(summary.Label, summary.Estimate, summary.Low, summary.High);
            if (summary.Prediction is { } prediction)
                Value(prediction.Label, summary.Estimate, prediction.Low, prediction.High);
        }
        Value(Title, Null, AxisFrom ?? Null, AxisTo ?? Null);
    }

    private void Value(string row, double estimate, double low, double high)
    {
        Require.Finite(row, "the estimate", estimate);
        Require.Interval(row, low, high);
        if (Scale == AxisScale.Log)
        {
            Require.OnLogAxis(row, "the estimate", estimate);
            Require.OnLogAxis(row, "the lower limit", low);
        }
    }

    private protected override FigureTable Tabulate()
    {
        var rows = new List<IReadOnlyList<string>>();
        var blank = Headings.Columns.Select(_ => "").ToList();
        void Add(string label, IReadOnlyList<string> columns, string value, double? weight = null) =>
            rows.Add([label, .. columns, value, .. HasWeights ? [Weight(weight)] : Array.Empty<string>()]);
        void AddSummary(ForestSummary? summary)
        {
            if (summary is null)
                return;
            Add(summary.Label, blank, Estimate(summary.Estimate, summary.Low, summary.High));
            if (summary.Prediction is { } prediction)
                Add(prediction.Label, blank, Interval(prediction.Low, prediction.High));
        }
        foreach (var group in Groups)
        {
            if (group.Heading.Length > 0)
                Add(group.Heading, blank, "");
            foreach (var row in group.Rows)
            {
                var label = row.Sublabel.Length > 0 ? $"{row.Label}, {row.Sublabel}" : row.Label;
                Add(label, row.Columns, Estimate(row.Estimate, row.Low, row.High), row.Weight);
            }
            AddSummary(group.Summary);
        }
        AddSummary(Pooled);
        var weight = HasWeights ? [Headings.Weight] : Array.Empty<string>();
        return new FigureTable([Headings.Row, .. Headings.Columns, Headings.Estimate, .. weight], rows);
    }
}

/// <summary>Headings of a forest plot's columns.</summary>
/// <param name="Row">Over the labels, such as "Study".</param>
/// <param name="Estimate">Over the estimates, such as "RR (95 % CI)".</param>
/// <param name="Weight">Over the weights; only used when a row has one.</param>
public sealed record ForestHeadings(string Row, string Estimate, string Weight = "")
{
    /// <summary>Over each row's own columns, such as events and numbers.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];
}

/// <summary>Rows under one heading, with a diamond of their own.</summary>
/// <param name="Heading">Empty for no heading.</param>
/// <param name="Rows">The rows in the order they are shown.</param>
/// <param name="Summary">The pooled result of the group.</param>
public sealed record ForestGroup(string Heading, IReadOnlyList<ForestRow> Rows, ForestSummary? Summary = null);

/// <summary>One study.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Estimate">Its estimate.</param>
/// <param name="Low">Lower limit of its interval.</param>
/// <param name="High">Upper limit of its interval.</param>
/// <param name="Weight">Its weight in percent: the square's area, and a column.</param>
public sealed record ForestRow(string Label, double Estimate, double Low, double High, double? Weight = null)
{
    /// <summary>A second, quieter line under the label.</summary>
    public string Sublabel { get; init; } = "";

    /// <summary>Text for each of <see cref="ForestHeadings.Columns"/>.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];
}

/// <summary>A pooled result, drawn as a diamond as wide as its interval.</summary>
/// <param name="Label">Such as "All studies".</param>
/// <param name="Estimate">The pooled estimate.</param>
/// <param name="Low">Lower limit of its interval.</param>
/// <param name="High">Upper limit of its interval.</param>
public sealed record ForestSummary(string Label, double Estimate, double Low, double High)
{
    /// <summary>Where a new study's effect may be expected, drawn as a bar below the diamond.</summary>
    public ForestPrediction? Prediction { get; init; }

    /// <summary>A quiet line below, such as heterogeneity.</summary>
    public string Note { get; init; } = "";
}

/// <summary>A prediction interval.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Low">Its lower limit.</param>
/// <param name="High">Its upper limit.</param>
public sealed record ForestPrediction(string Label, double Low, double High);
