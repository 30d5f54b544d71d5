namespace Virker.Platform.Audit;

/// <summary>A value the log never shows, only that it changed: an address may be protected later, and the log cannot be
/// rewritten.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeptOutOfLogAttribute : Attribute;
