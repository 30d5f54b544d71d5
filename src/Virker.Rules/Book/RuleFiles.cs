using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Rules;

/// <summary>Reads <c>rules/practice/*.csv</c>. Everything wrong with a file stops the load with its place.</summary>
internal static class RuleFiles
{
    /// <summary>Rows the sum of pay and benefit looks up by name (<see cref="BenefitDeduction"/>).</summary>
    private static readonly string[] AskedForById = ["DED-02", "DED-03", "DED-04", "DED-05", "DED-06"];

    private const string All = "all";
    private const string RulesFile = "rules.csv";

    public static RuleBook Load(string dataDirectory)
    {
        var folder = Path.Combine(dataDirectory, "rules", "practice");
        var groups = Rows(
            folder,
            "target_groups.csv",
            "code,name_da,name_en,short_name_da,short_name_en,valid_from,valid_to,new_until,closeness,evidence_group,"
                + "benefit,law_reference,source_url,confidence,note_da,note_en",
            Group
        );
        Unique("target_groups.csv", "code", groups, g => g.Code);
        string[] codes = [.. groups.Select(g => g.Value.Code)];
        var rules = Rows(
            folder,
            RulesFile,
            "rule_id,topic,check,name_da,name_en,kinds,groups,groups_as_read,value,unit,second_value,second_unit,"
                + "value_as_read,breach,valid_from,valid_to,law_reference,source_url,confidence,note_da,note_en",
            row => Rule(row, codes)
        );
        OneInForce(rules);
        foreach (var id in AskedForById.Where(id => !rules.Exists(r => r.Value.Id == id)))
            throw Wrong(0, "rule_id", id, new("rækken mangler", "the row is missing"));
        var terms = Rows(
            folder,
            "terms.csv",
            "key,municipality,name_da,name_en,definite_da,definite_en,valid_from,valid_to,law_reference,source_url,"
                + "confidence,note_da,note_en",
            Term
        );
        var norms = Rows(
            folder,
            "caseload_norms.csv",
            "norm_id,scheme,name_da,name_en,groups,min_age,max_age,low,high,who_says_da,who_says_en,year,source_url",
            row => Norm(row, codes)
        );
        Unique("caseload_norms.csv", "norm_id", norms, n => n.Id);
        var intervals = Rows(
            folder,
            "contact_intervals.csv",
            "groups,municipality,weeks,valid_from,valid_to,reason_da,reason_en",
            row => Interval(row, codes)
        );
        return new RuleBook(
            [.. rules.Select(r => r.Value)],
            new TargetGroups([.. groups.Select(g => g.Value)]),
            new DatedTerms([.. terms.Select(t => t.Value)]),
            new CaseloadNorms([.. norms.Select(n => n.Value)]),
            [.. intervals.Select(i => i.Value)]
        );
    }

    private static Rule Rule(RowReader row, string[] groups)
    {
        var (from, isExact) = Day(row, "valid_from");
        var check = Optional<RuleCheck>(row, "check");
        var kinds = Kinds(row);
        var isAbout = GroupList(row, groups);
        if (check is not null && isAbout.Length == 0)
        {
            row.Wrong(
                "groups",
                new("en regel med et tjek skal sige, hvad den gælder", "a rule with a check must say what it is about")
            );
        }
        var unit = row.Enum<RuleUnit>("unit");
        var value = row.Number("value");
        var second = row.Number("second_value");
        var secondUnit = row.Enum<RuleUnit>("second_unit", RuleUnit.Text);
        RuleShape.Require(row, check, value, unit, secondUnit);
        return new Rule(
            row.Key("rule_id"),
            row.Key("topic"),
            check,
            row.Both("name", required: true),
            kinds,
            isAbout,
            row.Line1("groups_as_read"),
            value,
            unit,
            second,
            secondUnit,
            row.Line1("value_as_read"),
            row.Enum<Breach>("breach", Breach.Inform),
            from,
            isExact,
            LastDay(row, from),
            row.Line1("law_reference"),
            row.Url("source_url", required: true),
            row.Enum<Confidence>("confidence"),
            row.Both("note")
        );
    }

    private static TargetGroup Group(RowReader row)
    {
        var from = row.Date("valid_from");
        return new TargetGroup(
            row.Key("code"),
            row.Both("name", required: true),
            row.Both("short_name", required: true),
            from,
            LastDay(row, from),
            row.Raw("new_until") == "" ? null : row.Date("new_until"),
            row.Enum<Closeness>("closeness"),
            row.Line1("evidence_group"),
            row.Enum<BenefitKind>("benefit"),
            row.Line1("law_reference", required: true),
            row.Url("source_url", required: true),
            row.Enum<Confidence>("confidence"),
            row.Both("note")
        );
    }

    private static DatedTerm Term(RowReader row)
    {
        var (from, _) = Day(row, "valid_from");
        return new DatedTerm(
            row.Key("key"),
            row.Line1("municipality"),
            row.Both("name", required: true),
            row.Both("definite", required: true),
            from,
            LastDay(row, from),
            row.Line1("law_reference"),
            row.Url("source_url"),
            row.Enum<Confidence>("confidence"),
            row.Both("note")
        );
    }

    private static CaseloadNorm Norm(RowReader row, string[] groups)
    {
        var low = row.WholeNumber("low", 1);
        var high = row.WholeNumber("high", low ?? 1);
        if (row.Raw("high") == "")
            row.Wrong("high", ImportText.Required);
        return new CaseloadNorm(
            row.Key("norm_id"),
            row.Key("scheme"),
            row.Both("name", required: true),
            GroupList(row, groups),
            row.WholeNumber("min_age", 0, 120),
            row.WholeNumber("max_age", 0, 120),
            low,
            high ?? 0,
            row.Both("who_says", required: true),
            row.WholeNumber("year", 1900, 2100),
            row.Url("source_url", required: true)
        );
    }

    private static ContactInterval Interval(RowReader row, string[] groups)
    {
        var (from, _) = Day(row, "valid_from");
        if (row.Raw("weeks") == "")
            row.Wrong("weeks", ImportText.Required);
        return new ContactInterval(
            GroupList(row, groups),
            row.Line1("municipality"),
            row.WholeNumber("weeks", 1, 104) ?? 1,
            from,
            LastDay(row, from),
            row.Both("reason", required: true)
        );
    }

    private static OfferKind[] Kinds(RowReader row)
    {
        if (row.Raw("kinds") == All)
            return Enum.GetValues<OfferKind>();
        var codes = row.CodeList(
            "kinds",
            c => EnumCode.Parse<OfferKind>(c) is not null,
            _ => ImportText.OneOf(EnumCode.All<OfferKind>()),
            required: false
        );
        return [.. codes.Select(c => EnumCode.Parse<OfferKind>(c)).OfType<OfferKind>()];
    }

    private static string[] GroupList(RowReader row, string[] known) =>
        row.Raw("groups") == All
            ? known
            : [.. row.CodeList("groups", known.Contains, _ => ImportText.OneOf(known), required: false)];

    private static T? Optional<T>(RowReader row, string column)
        where T : struct, Enum => row.Raw(column) == "" ? null : row.Enum<T>(column);

    /// <summary>A day, or the first day of a year or month the source names; then the date is not exact.</summary>
    private static (DateOnly? Day, bool IsExact) Day(RowReader row, string column)
    {
        var value = row.Raw(column);
        if (value == "")
            return (null, false);
        if (value.Length < 10 && row.PartialDate(column) is { Length: 4 or 7 } && row.Errors.Count == 0)
            return (DateOnly.ParseExact((value + "-01-01")[..10], "yyyy-MM-dd", null), false);
        return (row.Date(column), true);
    }

    private static DateOnly? LastDay(RowReader row, DateOnly? from)
    {
        if (row.Raw("valid_to") == "")
            return null;
        var to = row.Date("valid_to");
        if (to < from)
            row.Wrong("valid_to", new("slutdatoen ligger før startdatoen", "the last day is before the first day"));
        return to;
    }

    /// <summary>Two rows may not answer the same question on the same day.</summary>
    private static void OneInForce(List<(int Line, Rule Value)> rules)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (a, b) = (rules[i].Value, rules[j].Value);
                var sameRule = a.Id == b.Id;
                var sameCheck =
                    a.Check is not null
                    && a.Check == b.Check
                    && (a.Kinds.Count == 0 || b.Kinds.Count == 0 || a.Kinds.Intersect(b.Kinds).Any())
                    && a.Groups.Intersect(b.Groups).Any();
                if ((sameRule || sameCheck) && Overlap(a, b))
                {
                    throw Wrong(
                        rules[i].Line,
                        sameRule ? "rule_id" : "check",
                        a.Id,
                        new(
                            $"gælder samme dage og det samme som {b.Id} i række {rules[j].Line}",
                            $"is in force on the same days and about the same as {b.Id} in row {rules[j].Line}"
                        )
                    );
                }
            }
        }
    }

    private static bool Overlap(Rule a, Rule b) =>
        (a.ValidTo is null || b.ValidFrom is null || b.ValidFrom <= a.ValidTo)
        && (b.ValidTo is null || a.ValidFrom is null || a.ValidFrom <= b.ValidTo);

    private static void Unique<T>(string file, string column, List<(int Line, T Value)> rows, Func<T, string> key)
    {
        foreach (var same in rows.GroupBy(r => key(r.Value)).Where(g => g.Count() > 1))
        {
            throw new InvalidInputException(
                new RowError(
                    file,
                    same.Last().Line,
                    column,
                    same.Key,
                    ImportText.DuplicateKey(same.First().Line)
                ).Message
            );
        }
    }

    private static InvalidInputException Wrong(int line, string column, string value, Text expected) =>
        new(new RowError(RulesFile, line, column, value, expected).Message);

    private static List<(int Line, T Value)> Rows<T>(
        string folder,
        string name,
        string columnNames,
        Func<RowReader, T> read
    )
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
            throw new InvalidInputException(new($"filen {path} findes ikke", $"there is no file {path}"));
        using var stream = File.OpenRead(path);
        var table = FileTable.Read(stream, name);
        var errors = new List<RowError>();
        if (table.Header.Count > 0)
        {
            string[] columns = columnNames.Split(',');
            foreach (var missing in columns.Except(table.Header))
                errors.Add(new RowError(name, 1, missing, null, ImportText.MissingColumn));
            foreach (var twice in table.Header.CountBy(c => c).Where(c => c.Value > 1))
                errors.Add(new RowError(name, 1, twice.Key, null, ImportText.DuplicateColumn));
            foreach (var unknown in table.Header.Except(columns))
                errors.Add(new RowError(name, 1, unknown, null, ImportText.UnknownColumn(columns)));
        }
        // The heading first: a missing column makes every row look wrong.
        errors.AddRange(table.Errors);
        if (errors.Count > 0)
            throw new InvalidInputException(errors[0].Message);
        var rows = new List<(int, T)>();
        foreach (var row in table.Rows)
        {
            var reader = new RowReader(table, row);
            var value = read(reader);
            if (reader.Errors.Count > 0)
                throw new InvalidInputException(reader.Errors[0].Message);
            rows.Add((row.Line, value));
        }
        return rows;
    }
}
