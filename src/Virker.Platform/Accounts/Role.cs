namespace Virker.Platform.Accounts;

/// <summary>What a person may do. A person may hold several roles, all in one municipality.</summary>
public enum Role
{
    /// <summary>Sagsbehandler or personlig jobformidler.</summary>
    Caseworker,

    /// <summary>Virksomhedskonsulent.</summary>
    JobConsultant,
    IpsConsultant,
    TeamLeader,
    Analyst,

    /// <summary>Publishes in the knowledge bank; sees no citizens.</summary>
    KnowledgeEditor,

    /// <summary>Accounts, teams, settings and the log; sees no citizens.</summary>
    Administrator,

    /// <summary>Behandler in the region's psychiatry: sees what a citizen's consent shares with the own unit, and nothing
    /// else.</summary>
    Clinician,
}
