namespace Virker.Dkfds.Tests;

internal static class ContentCases
{
    public static IReadOnlyList<Case> All { get; } =
    [
        .. Enum.GetValues<DkStatus>()
            .Select(status => new Case(
                $"alert, {status}",
                "alerts/alerts",
                "alert",
                new
                {
                    variant = status.ToString().ToLowerInvariant(),
                    heading = "Foreløbig",
                    content = "Læs & forstå",
                },
                () =>
                    new AlertTagHelper
                    {
                        Status = status,
                        Heading = "Foreløbig",
                        Text = "Læs & forstå",
                    }
            )),
        new(
            "alert with own content",
            "alerts/alerts",
            "alert",
            new
            {
                variant = "info",
                contentContainer = false,
                content = "<ul><li>Et</li></ul>",
            },
            () => new AlertTagHelper(),
            Content: "<ul><li>Et</li></ul>"
        ),
        .. Enum.GetValues<DkButton>()
            .Select(variant => new Case(
                $"button, {variant}",
                "buttons/buttons",
                "button",
                new
                {
                    variant = variant.ToString().ToLowerInvariant(),
                    text = "Søg",
                    icon = "search",
                    attributes = "type=\"submit\"",
                },
                () => new ButtonTagHelper { Variant = variant, Icon = "search" },
                Content: "Søg"
            )),
        new(
            "table",
            "table/table",
            "table",
            new
            {
                zebra = true,
                variant = new { cellPadding = "compact" },
                thead = new[] { new { headerContent = "Studie" } },
                tbody = new[] { new[] { new { content = "JobFirst" } } },
            },
            () => new TableTagHelper { Zebra = true, Density = DkDensity.Compact },
            Content: "<thead><tr><th scope='col'>Studie</th></tr></thead><tbody><tr><td>JobFirst</td></tr></tbody>"
        ),
    ];
}
