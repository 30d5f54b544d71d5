using Microsoft.EntityFrameworkCore;
using Virker.Casework.PaidHours;
using Virker.Platform;
using Virker.Platform.Audit;
using Virker.Platform.Storage;
using static Virker.Casework.Tests.PaidHours.HoursHouse;

namespace Virker.Casework.Tests.PaidHours;

public sealed class Report_tests
{
    public static TheoryData<DatabaseProvider> Databases => HoursHouse.Databases;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Eight_weeks_are_reported_at_once_and_stand_beside_what_was_agreed(DatabaseProvider provider)
    {
        await using var house = await On(provider);
        var ida = await house.Citizen("3113800001");
        var from = ThisWeek.AddDays(-7 * 7);
        await house.Placement(ida, from, 26, steps: [(from, 120), (from.AddDays(28), 300)]);

        var reported = await house.Report(ida, from, 2, 2, 2, 2, 5, 5, null, 0);

        Assert.Empty(reported.Errors);
        Assert.Empty(reported.Warnings);
        Assert.Equal(7, reported.Changed);
        Assert.Equal([MilestoneKind.FirstHour, MilestoneKind.ThreeHours], reported.Reached);
        var ledger = await house.Ledger(ida, 9);
        Assert.Equal(ThisWeek, ledger.Weeks[^1].Week);
        Assert.Equal([null, 120, 120, 120, 120, 300, 300, 300, 300], ledger.Weeks.Select(w => w.Agreed));
        Assert.Equal([null, 120, 120, 120, 120, 300, 300, null, 0], ledger.Weeks.Select(w => w.Reported));
        var employer = Assert.Single(ledger.Employers);
        Assert.Equal((Cvr, "Prøvebageriet", true), (employer.Cvr, employer.Name, employer.IsCurrent));
        Assert.Equal(0, ledger.WeeksToFirstHour);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_correction_keeps_the_old_value_in_the_log(DatabaseProvider provider)
    {
        await using var house = await On(provider);
        var ida = await house.Citizen("3113800001");
        await house.Report(ida, ThisWeek, 4);
        var corrected = await house.Report(ida, ThisWeek, 3);
        var again = await house.Report(ida, ThisWeek, 3);
        var removed = await house.Report(ida, ThisWeek, (int?)null);

        Assert.Equal((1, 0, 1), (corrected.Changed, again.Changed, removed.Changed));
        await using var db = await house.Open();
        Assert.False(await db.ReportedWeeks.AnyAsync());
        var lines = await db.Set<AuditEntry>().Where(e => e.Action == "hours.report").OrderBy(e => e.Seq).ToListAsync();
        Assert.Equal(3, lines.Count);
        Assert.Contains("\"Minutes\":[\"240\",\"180\"]", lines[1].Detail, StringComparison.Ordinal);
        Assert.Contains("removed", lines[2].Detail, StringComparison.Ordinal);
        Assert.True((await house.Test.Get<VerifyAudit>().Execute(house.Test.Here, default)).BrokenAt is null);
    }

    [Fact]
    public async Task A_wrong_week_is_refused_and_nothing_of_the_form_is_saved()
    {
        await using var house = await On(DatabaseProvider.Sqlite);
        var ida = await house.Citizen("3113800001");
        var report = house.Test.Get<ReportHours>();

        var wrong = await report.Execute(
            house.Test.Anna,
            ida,
            Cvr,
            [
                new(ThisWeek, 60),
                new(ThisWeek.AddDays(7), 60),
                new(ThisWeek.AddDays(-7), -1),
                new(ThisWeek.AddDays(-14), ReportHours.MaxMinutes + 1),
                new(ThisWeek.AddDays(-20), 60),
            ],
            default
        );

        Assert.Equal(
            [ThisWeek.AddDays(7), ThisWeek.AddDays(-7), ThisWeek.AddDays(-14), ThisWeek.AddDays(-20)],
            wrong.Errors.Select(e => e.Week)
        );
        Assert.All((await house.Ledger(ida)).Weeks, w => Assert.Null(w.Reported));
        await Assert.ThrowsAsync<InvalidInputException>(() =>
            report.Execute(house.Test.Anna, ida, "1234567x", [], default)
        );
        await Assert.ThrowsAsync<InvalidInputException>(() =>
            report.Execute(house.Test.Anna, Guid.CreateVersion7(), Cvr, [], default)
        );
        await Assert.ThrowsAsync<InvalidInputException>(() =>
            report.Execute(house.Test.Stranger, ida, Cvr, [], default)
        );
    }

    [Fact]
    public async Task More_than_full_time_is_saved_with_a_warning_and_every_hour_of_a_week_is_the_limit()
    {
        await using var house = await On(DatabaseProvider.Sqlite);
        var ida = await house.Citizen("3113800001");

        var full = await house.Report(ida, ThisWeek.AddDays(-7), 37, 38);
        var all = await house.Report(ida, ThisWeek.AddDays(-14), 168);

        Assert.Equal([ThisWeek], full.Warnings.Select(w => w.Week));
        Assert.Equal(2, full.Changed);
        Assert.Empty(all.Errors);
        Assert.Equal(1, all.Changed);
    }

    [Fact]
    public async Task A_milestone_is_never_taken_back_but_shown_as_corrected_since()
    {
        await using var house = await On(DatabaseProvider.Sqlite);
        var ida = await house.Citizen("3113800001");
        await house.Report(ida, ThisWeek.AddDays(-7), 2, 12);

        var lowered = await house.Report(ida, ThisWeek, 2);
        var after = (await house.Ledger(ida)).Milestones;
        var raised = await house.Report(ida, ThisWeek, 11);
        var again = (await house.Ledger(ida)).Milestones;

        Assert.Empty(lowered.Reached);
        Assert.Equal(
            [(MilestoneKind.FirstHour, false), (MilestoneKind.ThreeHours, true), (MilestoneKind.TenHours, true)],
            after.Select(m => (m.Kind, m.IsCorrected))
        );
        Assert.Empty(raised.Reached);
        Assert.All(again, m => Assert.False(m.IsCorrected));
    }
}
