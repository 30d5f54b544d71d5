namespace Virker.Architecture.Tests.Planted.Two;

/// <summary>What the test of the test must find: a circle of two folders.</summary>
internal sealed class Second
{
    public Planted.One.First? Other { get; init; }
}
