namespace Virker.Architecture.Tests.Planted.One;

/// <summary>What the test of the test must find: a circle of two folders.</summary>
internal sealed class First
{
    public Planted.Two.Second? Other { get; init; }
}
