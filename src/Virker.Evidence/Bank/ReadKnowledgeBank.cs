namespace Virker.Evidence.Bank;

/// <summary>Reads a version of the bank back as it was; keeps read versions in memory. One per process.</summary>
public sealed class ReadKnowledgeBank
{
    /// <param name="version">Null: the newest.</param>
    public Task<KnowledgeBank> Execute(int? version = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException($"{version} {cancellationToken.IsCancellationRequested}");

    /// <summary>All versions, newest first.</summary>
    public Task<IReadOnlyList<BankVersion>> Versions(CancellationToken cancellationToken = default) =>
        throw new NotSupportedException($"{cancellationToken.IsCancellationRequested}");
}
