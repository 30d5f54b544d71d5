using Virker.Web.Site;

namespace Virker.Web.Pages.Note;

/// <summary>The brief "Hvad virker?" on screen.</summary>
public sealed class IndexModel : BankPage;
