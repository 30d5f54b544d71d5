using System.Reflection;
using Virker.Tests;

namespace Virker.Architecture.Tests;

public sealed class Folder_tests
{
    [Theory]
    [MemberData(nameof(House_tests.Assemblies), MemberType = typeof(House_tests))]
    public void Folders_form_no_circle(string assembly)
    {
        var uses = Of(assembly).Uses();
        var circles = Folders.Circles([.. uses.Select(u => (u.From, u.To))]);
        Assert.True(
            circles.Count == 0,
            string.Join(
                "\n",
                circles.SelectMany(c =>
                    uses.Where(u => c.Contains(u.From) && c.Contains(u.To))
                        .Select(u => $"{u.From} → {u.To}: {string.Join(", ", u.By)}")
                )
            )
        );
    }

    private static Folders Of(string assembly) =>
        new(
            Path.Combine(Repository.Root, "src", assembly == "virker-cli" ? "Virker.Cli" : assembly),
            Assembly.Load(assembly)
        );
}
