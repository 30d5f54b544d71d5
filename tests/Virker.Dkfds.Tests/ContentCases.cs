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
        new("icon", "icons/icons--svg", "icon_svg", new { name = "print" }, () => new IconTagHelper { Name = "print" }),
        new(
            "icon with a name",
            "icons/icons--svg",
            "icon_svg",
            new { name = "warning", ariaLabel = "Advarsel" },
            () => new IconTagHelper { Name = "warning", Label = "Advarsel" }
        ),
        new("badge without status", "badge/badges", "badge", new { text = "Ny" }, () => new BadgeTagHelper(), "Ny"),
        .. Enum.GetValues<DkBadge>()
            .Where(status => status != DkBadge.Plain)
            .Select(status => new Case(
                $"badge, {status}",
                "badge/badges",
                "badge",
                new { text = "Ny", variant = new { status = status.ToString().ToLowerInvariant() } },
                () => new BadgeTagHelper { Status = status },
                "Ny"
            )),
        new(
            "tag",
            "tags/tags",
            "tag",
            new { text = "Unge", icon = "close" },
            () => new TagTagHelper { Icon = "close" },
            "Unge"
        ),
        new(
            "card",
            "cards/cards",
            "card",
            new
            {
                heading = "Psykisk sygdom",
                subheading = "29 studier",
                headingLevel = "h3",
                content = "<p>Læs</p>",
            },
            () =>
                new CardTagHelper
                {
                    Heading = "Psykisk sygdom",
                    Subheading = "29 studier",
                    HeadingLevel = "h3",
                },
            "<p>Læs</p>"
        ),
        new(
            "card that is a link",
            "cards/cards",
            "card",
            new { heading = "Svar", navigationCard = new { href = "/svar" } },
            () => new CardTagHelper { Heading = "Svar", Href = "/svar" }
        ),
        new(
            "details",
            "details/details",
            "details",
            new { summary = "Hvorfor?", content = "<p>Derfor</p>" },
            () => new DetailsTagHelper { Summary = "Hvorfor?" },
            "<p>Derfor</p>"
        ),
        new(
            "summary list",
            "structured-list/structured-list",
            "structured_list",
            new { items = new[] { new { label = "Land", value = "Danmark" }, new { label = "År", value = "2025" } } },
            () => new SummaryListTagHelper(),
            new SummaryRowTagHelper { Label = "Land" }.Render("Danmark")
                + new SummaryRowTagHelper { Label = "År" }.Render("2025")
        ),
    ];
}
