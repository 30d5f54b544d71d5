using Virker.Platform;

namespace Virker.Web.Pages.Log;

/// <summary>What the log's codes mean, in words the citizen can read.</summary>
public static class LogWords
{
    private static readonly Dictionary<string, Text> Known = new()
    {
        ["look.citizen"] = new("Så din side", "Saw your page"),
        ["look.address"] = new("Så din beskyttede adresse", "Saw your protected address"),
        ["look.search"] = new("Så dit navn i en søgning", "Saw your name in a search"),
        ["look.details"] = new("Så dine oplysninger", "Saw your details"),
        ["look.goal"] = new("Så dit jobmål", "Saw your job goal"),
        ["look.target-group"] = new("Så din målgruppe", "Saw your target group"),
        ["look.contact"] = new("Så, hvem din kontaktperson er", "Saw who your contact is"),
        ["look.journal"] = new("Læste din journal", "Read your journal"),
        ["look.history"] = new("Så din historik", "Saw your history"),
        ["look.log"] = new("Så denne log", "Saw this log"),
        ["look.hours"] = new("Så dine løntimer", "Saw your paid hours"),
        ["look.hours-differences"] = new("Så dine løntimer på en liste", "Saw your paid hours in a list"),
        ["look.conversation"] = new("Så dine samtaler", "Saw your conversations"),
        ["look.conversations"] = new("Så dine samtaler", "Saw your conversations"),
        ["look.assessment"] = new("Læste din vurdering", "Read your assessment"),
        ["look.options"] = new("Så dine muligheder", "Saw your options"),
        ["look.plan"] = new("Så din plan", "Saw your plan"),
        ["look.placement"] = new("Så din placering", "Saw your placement"),
        ["look.placements"] = new("Så dine placeringer", "Saw your placements"),
        ["look.placement-form"] = new("Begyndte at skrive en placering", "Began to write a placement"),
        ["look.task"] = new("Så en opgave om dig", "Saw a task about you"),
        ["look.agreement"] = new("Så eller hentede din aftale", "Saw or fetched your agreement"),
        ["look.match"] = new("Så virksomheder, der passer til dig", "Saw workplaces that fit you"),
        ["look.candidates"] = new(
            "Så dit navn blandt dem, en arbejdsplads passer til",
            "Saw your name among those a workplace fits"
        ),
        ["look.belief"] = new(
            "Så sit eget skøn over din chance for job",
            "Saw their own estimate of your chance of a job"
        ),
        ["look.trial"] = new("Så et forsøg, du kan være med i", "Saw a trial you may take part in"),
        ["look.trial-export"] = new(
            "Hentede et forsøgs data, hvor du er med uden navn",
            "Fetched a trial's data, where you are without a name"
        ),
        ["trial.draw"] = new("Trak lod for dig i et forsøg", "Drew a lot for you in a trial"),
        ["trial.refuse"] = new("Skrev, at du ikke er med i et forsøg", "Wrote that you are not in a trial"),
        ["trial.look"] = new("Gjorde et forsøg op, som du er med i", "Analysed a trial you are in"),
        ["practice.review"] = new(
            "Talte dig med, da kommunen gjorde sin praksis op; ingen så dig for sig",
            "Counted you when the municipality reviewed its practice; nobody saw you by yourself"
        ),
        ["look.day"] = new("Så dit navn på dagens liste", "Saw your name on the day's list"),
        ["look.employer"] = new("Så dit navn på en virksomheds side", "Saw your name on a workplace's page"),
        ["citizen.add"] = new("Registrerede dig", "Registered you"),
        ["citizen.change"] = new("Rettede dine oplysninger", "Changed your details"),
        ["citizen.protect"] = new("Beskyttede din adresse", "Protected your address"),
        ["citizen.unprotect"] = new("Ophævede beskyttelsen af din adresse", "Ended the protection of your address"),
        ["citizen.close"] = new("Lukkede din sag", "Closed your case"),
        ["spell.start"] = new("Skrev din målgruppe", "Wrote your target group"),
        ["spell.end"] = new("Afsluttede din målgruppe", "Ended your target group"),
        ["contact.change"] = new("Gav dig en kontaktperson", "Gave you a contact"),
        ["case.needs"] = new("Skrev, hvad din sag kræver", "Wrote what your case asks for"),
        ["worker.terms"] = new("Skrev en medarbejders arbejdstid", "Wrote a worker's hours"),
        ["caseload.rule"] = new("Satte reglen for sagstal", "Set the rule for caseloads"),
        ["allocation.ask"] = new("Bad om et forslag til fordeling", "Asked for a proposal for allocation"),
        ["allocation.compute"] = new("Regnede et forslag til fordeling", "Computed a proposal for allocation"),
        ["allocation.decline"] = new("Afviste et forslag til fordeling", "Declined a proposal for allocation"),
        ["look.allocation"] = new(
            "Så dit navn i et forslag om at skifte kontaktperson",
            "Saw your name in a proposal to change contact"
        ),
        ["belief.record"] = new(
            "Skrev for sig selv, hvor sandsynligt et job er inden for et år",
            "Wrote for themselves how likely a job is within a year"
        ),
        ["exemption.begin"] = new("Skrev, at du er fritaget", "Wrote that you are exempt"),
        ["exemption.end"] = new("Skrev, at du ikke længere er fritaget", "Wrote that you are no longer exempt"),
        ["fidelity.begin"] = new("Begyndte en gennemgang af et team", "Began a review of a team"),
        ["fidelity.score"] = new("Skrev i en gennemgang af et team", "Wrote in a review of a team"),
        ["goal.say"] = new("Skrev dit jobmål", "Wrote your job goal"),
        ["journal.write"] = new("Skrev i din journal", "Wrote in your journal"),
        ["journal.correct"] = new("Rettede i din journal", "Corrected your journal"),
        ["conversation.plan"] = new("Planlagde en samtale", "Planned a conversation"),
        ["conversation.move"] = new("Flyttede en samtale", "Moved a conversation"),
        ["conversation.held"] = new("Skrev om en samtale", "Wrote about a conversation"),
        ["conversation.no_show"] = new("Skrev, at du ikke kom", "Wrote that you did not come"),
        ["conversation.cancelled_by_citizen"] = new("Skrev, at du aflyste", "Wrote that you cancelled"),
        ["conversation.cancelled_by_us"] = new("Aflyste en samtale", "Cancelled a conversation"),
        ["conversation.correct"] = new("Rettede om en samtale", "Corrected what was written of a conversation"),
        ["assessment.write"] = new("Skrev din vurdering", "Wrote your assessment"),
        ["option.choose"] = new("Skrev, hvad I valgte", "Wrote what you chose"),
        ["plan.add"] = new("Lagde noget i din plan", "Added to your plan"),
        ["plan.end"] = new("Afsluttede noget i din plan", "Ended something in your plan"),
        ["placement.start"] = new("Oprettede en placering", "Made a placement"),
        ["placement.end"] = new("Afsluttede en placering", "Ended a placement"),
        ["placement.extend"] = new("Forlængede en placering", "Extended a placement"),
        ["placement.hired"] = new("Skrev, om du blev ansat", "Wrote whether you were hired"),
        ["placement.paid_hours"] = new("Ændrede aftalte løntimer", "Changed agreed paid hours"),
        ["placement.statement"] = new("Skrev virksomhedens erklæring", "Wrote the workplace's statement"),
        ["task.add"] = new("Skrev en opgave om dig", "Wrote a task about you"),
        ["task.done"] = new("Løste en opgave om dig", "Did a task about you"),
        ["task.undone"] = new("Åbnede en opgave om dig igen", "Opened a task about you again"),
        ["task.snooze"] = new("Udskød en opgave om dig", "Put off a task about you"),
        ["task.move"] = new("Gav en opgave om dig til en kollega", "Gave a task about you to a colleague"),
        ["tasks.make"] = new("Virker oprettede en opgave om dig", "Virker made a task about you"),
        ["tasks.settle"] = new("Virker lukkede en opgave om dig", "Virker closed a task about you"),
        ["hours.report"] = new("Skrev dine løntimer", "Wrote your paid hours"),
        ["look.core-elements"] = new(
            "Så, om kerneelementerne i din sag er på plads",
            "Saw whether the core elements of your case are in place"
        ),
        ["look.self-belief"] = new(
            "Så, at du tror mere på dig selv i et job end medarbejderen",
            "Saw that you believe more in yourself in a job than the worker does"
        ),
        ["look.progress"] = new("Så dine svar og din udvikling", "Saw your answers and how you are getting on"),
        ["look.links"] = new("Så dine personlige link", "Saw your personal links"),
        ["look.own"] = new("Så din egen sag", "Saw your own case"),
        ["look.questions"] = new("Så spørgsmålene til dig", "Saw the questions to you"),
        ["progress.answer"] = new("Svarede på, hvordan det går dig", "Answered how you are getting on"),
        ["progress.own"] = new("Svarede på et spørgsmål", "Answered a question"),
        ["link.make"] = new("Lavede et personligt link til dig", "Made a personal link for you"),
        ["link.revoke"] = new("Trak et personligt link tilbage", "Took back a personal link"),
        ["link.begin"] = new("Brugte et personligt link", "Used a personal link"),
        ["link.leave"] = new("Lukkede et personligt link", "Closed a personal link"),
        ["look.ips"] = new("Så dit IPS-forløb", "Saw your course of IPS"),
        ["look.shared"] = new("Så det, du har sagt ja til at dele", "Saw what you agreed to share"),
        ["look.shared-list"] = new("Så dit navn blandt dem, der deler", "Saw your name among those who share"),
        ["consent.give"] = new("Skrev dit samtykke til at dele", "Wrote your consent to share"),
        ["consent.revoke"] = new("Trak dit samtykke til at dele tilbage", "Took back your consent to share"),
        ["consent.refused"] = new(
            "Prøvede at se det delte og blev afvist: intet samtykke",
            "Tried to see what is shared and was refused: no consent"
        ),
        ["ips.open"] = new("Skrev, at du blev spurgt om IPS", "Wrote that you were asked about IPS"),
        ["ips.refuse"] = new("Skrev, at kommunen sagde nej til IPS", "Wrote that the municipality said no to IPS"),
        ["ips.profile"] = new("Skrev din karriereprofil", "Wrote your career profile"),
        ["ips.advice"] = new(
            "Skrev, at du fik råd om, hvad arbejde betyder for din ydelse",
            "Wrote that you were advised on what work does to your benefits"
        ),
        ["ips.team-meeting"] = new("Skrev et møde i behandlerteamet", "Wrote a meeting of the clinicians' team"),
        ["ips.meeting"] = new("Skrev, at I holdt det første møde om IPS", "Wrote that you held the first IPS meeting"),
        ["ips.contact"] = new("Skrev om en kontakt til en virksomhed", "Wrote of a contact with a firm"),
        ["ips.job-start"] = new("Skrev dit job eller din uddannelse", "Wrote your job or study"),
        ["ips.job-end"] = new("Skrev, at et job sluttede", "Wrote that a job ended"),
        ["ips.leave"] = new("Skrev, at du stoppede i IPS", "Wrote that you left IPS"),
        ["hours.import"] = new("Hentede løntimer fra registret", "Read paid hours from the register"),
    };

    /// <summary>Whether the code has words of its own.</summary>
    public static bool Has(string action) => Known.ContainsKey(action);

    /// <summary>The code in words; one that has none of its own says at least whether something was seen or changed.</summary>
    public static Text Of(string action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return Known.TryGetValue(action, out var known) ? known
            : action.StartsWith("look.", StringComparison.Ordinal)
                ? new("Så oplysninger om dig", "Saw information about you")
            : action.StartsWith("task", StringComparison.Ordinal)
                ? new("Skrev eller løste en opgave om dig", "Wrote or did a task about you")
            : new("Ændrede oplysninger om dig", "Changed information about you");
    }
}
