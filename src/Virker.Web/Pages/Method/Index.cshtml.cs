using Virker.Web.Site;

namespace Virker.Web.Pages.Method;

/// <summary>How everything is computed, in plain words first.</summary>
public sealed class IndexModel : BankPage;
