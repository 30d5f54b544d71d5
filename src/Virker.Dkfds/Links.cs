namespace Virker.Dkfds;

/// <summary>A link in a menu, a breadcrumb, a row of tabs, a footer or a language switch.</summary>
/// <param name="Text">What the reader sees.</param>
/// <param name="Href">Where it leads; none for the page the reader is on (the breadcrumb's last step).</param>
/// <param name="Current">Whether it is the page the reader is on.</param>
/// <param name="Language">The language of the text, as <c>en</c>, where it differs from the page's.</param>
public sealed record DkLink(string Text, string? Href = null, bool Current = false, string? Language = null);

/// <summary>A choice in a select, a radio group or a checkbox group.</summary>
/// <param name="Value">What the form sends. May be empty in a select ("all"), not in the groups.</param>
/// <param name="Text">What the reader sees.</param>
/// <param name="Hint">A line of help below the choice; radio and checkbox groups only.</param>
public sealed record DkOption(string Value, string Text, string? Hint = null);
