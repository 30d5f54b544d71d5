using Virker.Effects.Practice;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Effects;

/// <summary>A question about practice in words. Nothing here says that one thing caused another.</summary>
/// <param name="Name">The question itself.</param>
/// <param name="With">Those who had it, as the subject of a sentence.</param>
/// <param name="Without">And those who had not.</param>
/// <param name="Quarterly">What is counted in each quarter.</param>
/// <param name="Intervention">What the evidence speaks of, in the knowledge bank's code.</param>
/// <param name="CannotTell">What the numbers cannot say.</param>
internal sealed record QuestionWords(
    string Name,
    string With,
    string Without,
    string Quarterly,
    string Intervention,
    string CannotTell
)
{
    public static QuestionWords Of(QuestionResult answer) =>
        answer.Question switch
        {
            PracticeQuestion.PaidHours => PaidHours(),
            PracticeQuestion.Belief => Belief(answer.Cut),
            PracticeQuestion.Caseload => Caseload(answer.Cut),
            PracticeQuestion.ContactChange => ContactChange(),
        };

    private static QuestionWords PaidHours() =>
        new(
            Name: T("Løntimer nu eller senere", "Paid hours now or later"),
            With: T("Begyndte på løntimer i halvåret før", "Began with paid hours in the half year before"),
            Without: T("Havde ingen løntimer endnu", "Had no paid hours yet"),
            Quarterly: T("Begyndte på løntimer i kvartalet", "Began with paid hours in the quarter"),
            Intervention: "X.ORDHOURS",
            CannotTell: T(
                "Den, der får løntimer, var måske nærmest et job i forvejen. Virker kender alder, tid, målgruppe, tidligere timer og borgerens egne svar, men ikke diagnoser, mod og netværk. Hvem der fik timerne uden at gå i job, fik måske andet ud af dem, som ikke tælles her.",
                "Those who get paid hours may have been closest to a job already. Virker knows age, time, target group, earlier hours and the citizen's own answers, but not diagnoses, courage and contacts. Those who got the hours and no job may have gained something that is not counted here."
            )
        );

    private static QuestionWords Belief(int? cut)
    {
        string more = T($"Medarbejderen troede mere end {cut} %", $"The worker believed more than {cut}%");
        return new(
            Name: T("Medarbejderens tro på et job", "The worker's belief in a job"),
            With: more,
            Without: T($"Medarbejderen troede {cut} % eller mindre", $"The worker believed {cut}% or less"),
            Quarterly: more,
            Intervention: "X.BELIEF",
            CannotTell: T(
                "Medarbejderen har måske set noget, der ikke står i tallene. Så er troen klog, men ikke årsagen. Tallene siger intet om den enkelte borger og bruges ikke til at vælge indsats.",
                "The worker may have seen something that is not in the numbers. Then the belief is wise, but not the cause. The numbers say nothing about a single citizen and are not used to choose an intervention."
            )
        );
    }

    private static QuestionWords Caseload(int? cut)
    {
        string more = T($"Kontaktpersonen havde flere end {cut} borgere", $"The contact had more than {cut} citizens");
        return new(
            Name: T("Mange eller få borgere", "Many citizens or few"),
            With: more,
            Without: T($"Kontaktpersonen havde {cut} borgere eller færre", $"The contact had {cut} citizens or fewer"),
            Quarterly: more,
            Intervention: "X.CASELOAD",
            CannotTell: T(
                "Medarbejdere med mange borgere har måske andre borgere, og få borgere gives måske til dem, der har de sværeste sager. Få medarbejdere giver usikre tal, hvor mange borgere de end har.",
                "Workers with many citizens may have other citizens, and those with the hardest cases may be given few. Few workers make uncertain numbers, however many citizens they have."
            )
        );
    }

    private static QuestionWords ContactChange() =>
        new(
            Name: T("Ny kontaktperson", "A new contact person"),
            With: T("Fik ny kontaktperson i halvåret før", "Got a new contact in the half year before"),
            Without: T("Beholdt sin kontaktperson", "Kept the contact"),
            Quarterly: T("Ny kontaktperson i kvartalet", "A new contact in the quarter"),
            Intervention: "X.CONTINUITY",
            CannotTell: T(
                "Kontaktpersonen skifter ofte, når noget andet sker: borgeren flytter team, medarbejderen rejser, samarbejdet er gået skævt. Så er skiftet et tegn på det og ikke årsagen.",
                "The contact often changes when something else happens: the citizen moves team, the worker leaves, the two did not get on. Then the change is a sign of that and not the cause."
            )
        );
}
