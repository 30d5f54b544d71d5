using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Assessments;
using Virker.Dkfds;
using Virker.Platform;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Citizens;

/// <summary>A new version of the assessment, filled in from the last.</summary>
public sealed class AssessmentWriteModel(ReadAssessments read, WriteAssessment write, Links go, TimeProvider clock)
    : CitizenPage
{
    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>The version the form was filled from.</summary>
    [BindProperty]
    public int BasedOn { get; set; }

    [BindProperty]
    public string? CitizenWords { get; set; }

    [BindProperty]
    public string? WorkerWords { get; set; }

    [BindProperty]
    public string[] Resources { get; set; } = [];

    [BindProperty]
    public string[] Wishes { get; set; } = [];

    [BindProperty]
    public string[] Barriers { get; set; } = [];

    [BindProperty]
    public string? WorkHistory { get; set; }

    [BindProperty]
    public string? HasEducation { get; set; }

    [BindProperty]
    public string? WantsToWork { get; set; }

    [BindProperty]
    public bool HealthConsent { get; set; }

    [BindProperty]
    public string? HealthConsentOn { get; set; }

    [BindProperty]
    public string? HealthWords { get; set; }

    [BindProperty]
    public string? SevereMentalIllness { get; set; }

    [BindProperty]
    public string? InPsychiatricTreatment { get; set; }

    [BindProperty]
    public string? Musculoskeletal { get; set; }

    [BindProperty]
    public string? Substance { get; set; }

    public IReadOnlyList<DkOption> Answers { get; } =
    [new("yes", T("Ja", "Yes")), new("no", T("Nej", "No")), new("unknown", T("Ved vi ikke", "Not known"))];

    protected override string Look => "look.assessment";

    public static IReadOnlyList<DkOption> Codes(AssessmentKind kind) =>
        [.. AssessmentCodes.Of(kind).Select(c => new DkOption(c.Code, T(c.Name)))];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var last = (await read.Execute(Worker, Citizen.Id, null, stop))?.Shown;
        BasedOn = last?.Version ?? 0;
        (CitizenWords, WorkerWords, WorkHistory) = (last?.CitizenWords, last?.WorkerWords, last?.WorkHistory);
        Resources = [.. last?.Resources ?? Platform.Codes.None];
        Wishes = [.. last?.Wishes ?? Platform.Codes.None];
        Barriers = [.. last?.Barriers ?? Platform.Codes.None];
        (HasEducation, WantsToWork) = (Of(last?.HasEducation), Of(last?.WantsToWork));
        HealthConsent = last?.HealthConsentOn is not null;
        HealthConsentOn = TypedDay.Field(last?.HealthConsentOn ?? clock.Today());
        HealthWords = last?.Health?.Words;
        SevereMentalIllness = Of(last?.Health?.SevereMentalIllness);
        InPsychiatricTreatment = Of(last?.Health?.InPsychiatricTreatment);
        Musculoskeletal = Of(last?.Health?.Musculoskeletal);
        Substance = Of(last?.Health?.Substance);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!TypedDay.TryDay(HealthConsentOn, out var consent) || (HealthConsent && consent is null))
        {
            Problems = [new("healthConsentOn", new("Skriv dagen som 24-12-2026.", "Write the day as 24-12-2026."))];
            return Page();
        }

        Problems = await write.Execute(
            Worker,
            Citizen.Id,
            new AssessmentDraft(
                BasedOn,
                CitizenWords,
                WorkerWords,
                OnTheList(AssessmentKind.Resource, Resources, "resources"),
                OnTheList(AssessmentKind.Wish, Wishes, "wishes"),
                OnTheList(AssessmentKind.Barrier, Barriers, "barriers"),
                WorkHistory,
                TypedChoice.YesNo(HasEducation, "hasEducation"),
                TypedChoice.YesNo(WantsToWork, "wantsToWork"),
                HealthConsent ? consent : null,
                new HealthFacts(
                    HealthWords,
                    TypedChoice.YesNo(SevereMentalIllness, "severeMentalIllness"),
                    TypedChoice.YesNo(InPsychiatricTreatment, "inPsychiatricTreatment"),
                    TypedChoice.YesNo(Musculoskeletal, "musculoskeletal"),
                    TypedChoice.YesNo(Substance, "substance")
                )
            ),
            stop
        );
        return Problems.Count == 0 ? Redirect(go.Citizen(Citizen.Id, "assessment")) : Page();
    }

    private static string[] OnTheList(AssessmentKind kind, string[] chosen, string field) =>
        Array.TrueForAll(chosen, code => AssessmentCodes.Of(kind).Any(c => c.Code == code))
            ? chosen
            : throw new InvalidInputException(TypedChoice.NotOnTheList, field);

    private static string Of(bool? answer) =>
        answer switch
        {
            true => "yes",
            false => "no",
            null => "unknown",
        };
}
