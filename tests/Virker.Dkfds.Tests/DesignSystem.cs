using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Virker.Tests;

namespace Virker.Dkfds.Tests;

/// <summary>The design system's own templates, rendered by the engine they are written for.</summary>
internal static class DesignSystem
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Rendered = new(RenderAll);

    public static string Html(string name) => Rendered.Value[name];

    private static Dictionary<string, string> RenderAll()
    {
        var start = new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "render.mjs")])
        {
            WorkingDirectory = Path.Combine(Repository.Root, "src", "Virker.Dkfds"),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var node = Process.Start(start)!;
        node.StandardInput.Write(
            JsonSerializer.Serialize(
                Cases.All.Select(c => new
                {
                    c.Template,
                    c.Macro,
                    c.Parameters,
                })
            )
        );
        node.StandardInput.Close();
        var html = JsonSerializer.Deserialize<string[]>(node.StandardOutput.ReadToEnd())!;
        node.WaitForExit();
        return Cases.All.Zip(html).ToDictionary(pair => pair.First.Name, pair => pair.Second, StringComparer.Ordinal);
    }
}
