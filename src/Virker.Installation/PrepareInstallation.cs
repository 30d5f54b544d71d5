using Virker.Evidence.Exchange;
using Virker.Platform;
using Virker.Platform.Storage;

namespace Virker.Installation;

/// <summary>What an installation begins with: its folder and its master key.</summary>
internal sealed record NewInstallation(Action Make);

/// <summary>
/// Makes an installation ready to work in, whole: its key, every room's tables in the shared database and in every
/// municipality's, and the shipped knowledge bank published. Both doors do it by this class and no other, so that no
/// command can forget a room. Safe to call at every start.
/// </summary>
internal sealed class PrepareInstallation(PreparePlatform platform, LoadShippedEvidence bank, NewInstallation begin)
{
    public async Task Execute(CancellationToken stop)
    {
        // Only where there is nothing yet: an installation whose key is lost is told so, and gets no other.
        if (await platform.State(stop) == TablesState.None)
            begin.Make();
        await platform.Execute(stop);
        await bank.Execute(stop);
    }

    /// <summary>How all rooms' tables are; nothing is written.</summary>
    public async Task<TablesState> State(CancellationToken stop)
    {
        var (one, other) = (await platform.State(stop), await bank.State(stop));
        return one == other ? one : TablesState.Other;
    }

    /// <summary>How the knowledge bank's tables are; nothing is written.</summary>
    public Task<TablesState> BankState(CancellationToken stop) => bank.State(stop);

    /// <exception cref="InvalidInputException">There is no installation, or it is another version's.</exception>
    public static void Require(TablesState state)
    {
        if (state == TablesState.None)
        {
            throw new InvalidInputException(
                new(
                    "der er ingen installation her; \"virker municipality add\" eller ./virker start laver en (Virker__Directory siger hvor)",
                    "there is no installation here; \"virker municipality add\" or ./virker start makes one (Virker__Directory says where)"
                )
            );
        }

        if (state == TablesState.Other)
        {
            throw new InvalidInputException(
                new(
                    "installationen er lavet af en anden version af programmet; ./virker start bringer den op til denne",
                    "the installation was made by another version of the program; ./virker start brings it up to this one"
                )
            );
        }
    }
}
