using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Employers;
using Virker.Casework.Ips;
using Virker.Dkfds;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Rules;
using Virker.Web.Site;
using Virker.Web.Site.Forms;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Ips;

/// <summary>A citizen's course of IPS: where we are, the one next thing, and what stands.</summary>
public sealed class CourseModel(ReadIps read, Staff staff, Links go, TimeProvider clock) : CitizenPage
{
    public IpsCase Case { get; private set; } = null!;

    /// <summary>The units clinicians belong to.</summary>
    public IReadOnlyList<DkOption> Units { get; private set; } = [];

    public WorkerNames Names { get; private set; } = null!;

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public BenefitSum BenefitTyped { get; private set; } = new(null, null, null, null);

    /// <summary>What work does to the benefit, when it was asked for.</summary>
    public BenefitDeduction? Benefit { get; private set; }

    public DateOnly Today => clock.Today();

    public DateOnly DefaultUntil => Today.AddMonths(GiveConsent.MostMonths);

    public static IReadOnlyList<DkOption> Who =>
        [
            new("citizen", T("Borgeren selv", "The citizen")),
            new("clinician", T("Behandleren", "The clinician")),
            new("municipality", T("Kommunen", "The municipality")),
        ];

    public static IReadOnlyList<DkOption> Answers =>
        [
            new("yes", T("Ja", "Yes")),
            new("not_now", T("Nej, ikke nu", "No, not now")),
            new("refused", T("Ja, men kommunen siger nej", "Yes, but the municipality says no")),
        ];

    public static IReadOnlyList<DkOption> Opennesses =>
        [.. Enum.GetValues<IpsOpenness>().Select(o => new DkOption(o.Code(), NameOf(o)))];

    public static IReadOnlyList<DkOption> IndustryOptions =>
        [
            new("", T("Ikke kendt", "Not known")),
            .. Industries
                .All.Select(i => new DkOption(i.Code, i.Name.ToString()))
                .OrderBy(o => o.Text, Danish.Alphabet),
        ];

    /// <summary>What was typed, by field, when the form comes back with a message.</summary>
    public string? Typed(string field, string? otherwise = null) =>
        Problems.Count > 0 && Request.HasFormContentType && Request.Form.TryGetValue(field, out var typed)
            ? typed.ToString()
            : otherwise;

    public static string NameOf(IpsOpenness openness) =>
        openness switch
        {
            IpsOpenness.NotDecided => T("Ikke bestemt endnu", "Not decided yet"),
            IpsOpenness.Open => T("Åben over for arbejdsgiveren", "Open with the employer"),
            IpsOpenness.InPart => T("Delvis åben", "Open in part"),
            IpsOpenness.Closed => T("Ikke åben", "Not open"),
        };

    public static IReadOnlyList<DkOption> Kinds =>
        [.. Enum.GetValues<IpsPay>().Select(pay => new DkOption(pay.Code(), NameOf(pay)))];

    protected override string Look => "look.ips";

    public static string NameOf(IpsPay pay) =>
        pay switch
        {
            IpsPay.Ordinary => T("Ordinært job", "Ordinary job"),
            IpsPay.Education => T("Ordinær uddannelse", "Ordinary education"),
            IpsPay.WageSubsidy => T("Løntilskud (tæller ikke)", "Wage subsidy (does not count)"),
            IpsPay.FlexJob => T("Fleksjob (tæller ikke)", "Flex job (does not count)"),
            IpsPay.Placement => T("Praktik (tæller ikke)", "Internship (does not count)"),
        };

    public async Task OnGetAsync(
        [FromServices] KeptForms kept,
        [FromServices] RuleBook book,
        string? result,
        CancellationToken stop
    )
    {
        if (await kept.Find<BenefitSum>(result, stop) is { } sum)
        {
            BenefitTyped = sum;
            (Benefit, _) = sum.Reckon(book, Today);
        }

        await LoadAsync(stop);
    }

    public Task<IActionResult> OnPostOpenAsync(
        [FromServices] OpenIps open,
        string? raisedBy,
        DateOnly? raisedOn,
        string? answer,
        bool inWork,
        CancellationToken stop
    ) =>
        Done(
            open.Execute(
                Worker,
                Citizen.Id,
                TypedChoice.Of<IpsRaisedBy>(raisedBy, "raisedBy"),
                raisedOn,
                TypedChoice.Of<IpsAnswer>(answer, "answer"),
                inWork,
                stop
            ),
            stop
        );

    public Task<IActionResult> OnPostConsentAsync(
        [FromServices] GiveConsent give,
        Guid? unit,
        DateOnly? until,
        CancellationToken stop
    ) => Done(give.Execute(Worker, Citizen.Id, unit, until, stop), stop);

    public async Task<IActionResult> OnPostRevokeAsync(
        [FromServices] RevokeConsent revoke,
        Guid unit,
        CancellationToken stop
    )
    {
        await revoke.Execute(Worker, Citizen.Id, unit, stop);
        return Here();
    }

    public Task<IActionResult> OnPostMeetingAsync(
        [FromServices] HoldThreeWayMeeting hold,
        DateOnly? dayZero,
        CancellationToken stop
    ) => Done(hold.Execute(Worker, Citizen.Id, dayZero, stop), stop);

    public Task<IActionResult> OnPostContactAsync(
        [FromServices] RecordIpsContact record,
        string? contactEmployer,
        DateOnly? contactOn,
        bool inPerson,
        bool wished,
        CancellationToken stop
    ) => Done(record.Execute(Worker, Citizen.Id, contactEmployer, contactOn, inPerson, wished, stop), stop);

    public Task<IActionResult> OnPostProfileAsync(
        [FromServices] WriteIpsProfile write,
        string? words,
        string? health,
        string? openness,
        CancellationToken stop
    ) =>
        Done(
            write.Execute(Worker, Citizen.Id, words, health, TypedChoice.Of<IpsOpenness>(openness, "openness"), stop),
            stop
        );

    public Task<IActionResult> OnPostAdviceAsync(
        [FromServices] RecordIpsAdvice record,
        DateOnly? adviceOn,
        string? adviser,
        CancellationToken stop
    ) => Done(record.Execute(Worker, Citizen.Id, adviceOn, adviser, stop), stop);

    /// <summary>Reckons and writes nothing in the case: amounts stand in no address and no log.</summary>
    public async Task<IActionResult> OnPostBenefitAsync(
        [FromServices] RuleBook book,
        [FromServices] KeptForms kept,
        string? rate,
        string? benefit,
        string? weekHours,
        string? wage,
        CancellationToken stop
    )
    {
        BenefitTyped = new(rate, benefit, weekHours, wage);
        (_, Problems) = BenefitTyped.Reckon(book, Today);
        if (Problems.Count == 0)
        {
            var id = await kept.KeepResult(BenefitTyped, stop);
            return Redirect(go.Citizen(Citizen.Id, "ips", (Links.ResultKey, id.ToString())) + "#benefit");
        }

        await LoadAsync(stop);
        return Page();
    }

    public Task<IActionResult> OnPostJobAsync(
        [FromServices] StartIpsJob start,
        string? jobEmployer,
        string? industry,
        string? pay,
        string? hours,
        DateOnly? jobFrom,
        CancellationToken stop
    ) =>
        Done(
            start.Execute(
                Worker,
                Citizen.Id,
                new(
                    jobEmployer,
                    industry,
                    TypedChoice.Of<IpsPay>(pay, "pay"),
                    HoursInput.TryMinutes(hours, out int? minutes) ? minutes : null,
                    jobFrom
                ),
                stop
            ),
            stop
        );

    public Task<IActionResult> OnPostEndJobAsync(
        [FromServices] EndIpsJob end,
        Guid job,
        DateOnly? jobTo,
        string? endReason,
        CancellationToken stop
    ) => Done(end.Execute(Worker, Citizen.Id, job, jobTo, endReason, stop), stop);

    public async Task<IActionResult> OnPostLeaveAsync([FromServices] LeaveIps leave, CancellationToken stop)
    {
        await leave.Execute(Worker, Citizen.Id, stop);
        return Here();
    }

    public string UnitName(Guid unit) =>
        Units.FirstOrDefault(u => u.Value == unit.ToString())?.Text ?? T("en tidligere enhed", "a former unit");

    private async Task<IActionResult> Done(Task<IReadOnlyList<FieldProblem>> saving, CancellationToken stop)
    {
        Problems = await saving;
        if (Problems.Count == 0)
            return Here();
        await LoadAsync(stop);
        return Page();
    }

    private RedirectResult Here() => Redirect(go.Citizen(Citizen.Id, "ips"));

    private async Task LoadAsync(CancellationToken stop)
    {
        Case = await read.Execute(Worker, Citizen.Id, stop);
        Names = await WorkerNames.Of(staff, Worker, stop);
        Units =
        [
            .. (await Casework.Ips.Units.Of(staff, Worker, stop)).Select(u => new DkOption(u.Id.ToString(), u.Name)),
        ];
    }
}
