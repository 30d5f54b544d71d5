namespace Virker.Casework.Beliefs;

/// <summary>A belief for those who count over many citizens and many workers; it may be shown to nobody.</summary>
public sealed record GivenBelief(Guid WorkerId, DateOnly On, int Percent);
