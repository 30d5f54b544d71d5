namespace Virker.Dkfds.Tests;

internal static class PageCases
{
    private static readonly HeaderTagHelper Header = new()
    {
        Title = "Hvad virker?",
        Links = [new("Svar", "/svar", Current: true), new("Studier", "/studier")],
    };

    private static readonly object Menu = new
    {
        links = new object[]
        {
            new
            {
                text = "Svar",
                href = "/svar",
                current = true,
            },
            new { text = "Studier", href = "/studier" },
        },
    };

    public static IReadOnlyList<Case> All { get; } =
    [
        new("skip link", "skip-link/skip-link", "skiplink", new { }, () => new SkipLinkTagHelper()),
        new(
            "header with title",
            "header/header",
            "solution_info",
            new { title = new { text = "Hvad virker?", href = "/" } },
            () => Header,
            Part: ".solution-info"
        ),
        new(
            "header, wide navigation",
            "header/header",
            "navigation_menu",
            Menu,
            () => Header,
            Part: ".navigation-menu"
        ),
        new(
            "header, narrow navigation",
            "header/header",
            "mobile_navigation_menu",
            Menu,
            () => Header,
            Part: ".navigation-menu-mobile"
        ),
        new(
            "breadcrumb",
            "breadcrumbs/breadcrumbs",
            "breadcrumbs",
            new
            {
                items = new object[]
                {
                    new { text = "Forside", href = "/" },
                    new { text = "Målgrupper", href = "/maal" },
                    new { text = "Psykisk sygdom" },
                },
            },
            () =>
                new BreadcrumbTagHelper
                {
                    Items = [new("Forside", "/"), new("Målgrupper", "/maal"), new("Psykisk sygdom")],
                }
        ),
        new(
            "footer with a row of links",
            "footers/footer",
            "footer",
            new { list = new { items = new[] { new { content = "<a href='/t'>Tilgængelighed</a>" } } } },
            () => new FooterTagHelper { Links = [new("Tilgængelighed", "/t")] }
        ),
        new(
            "footer with a column and languages",
            "footers/footer",
            "footer",
            new
            {
                columns = new[] { new { columnSize = 6, content = "<p>Virker</p>" } },
                list = new { items = new[] { new { content = "<a href='/t'>Tilgængelighed</a>" } } },
                languageSwitcher = new
                {
                    languages = new[]
                    {
                        new
                        {
                            href = "/",
                            code = "da",
                            name = "Dansk",
                        },
                        new
                        {
                            href = "/en",
                            code = "en",
                            name = "English",
                        },
                    },
                },
            },
            () =>
                new FooterTagHelper
                {
                    Links = [new("Tilgængelighed", "/t")],
                    Languages = [new("Dansk", "/", Current: true, "da"), new("English", "/en", Language: "en")],
                },
            Content: new FooterColumnTagHelper { Size = 6 }.Render("<p>Virker</p>")
        ),
        new(
            "tabs",
            "tabs/tabs",
            "navigation_tabs",
            new
            {
                ariaLabel = "Visninger",
                items = new object[]
                {
                    new
                    {
                        text = "Kort",
                        href = "/kort",
                        current = true,
                    },
                    new { text = "Tabel", href = "/tabel" },
                },
            },
            () =>
                new TabsTagHelper
                {
                    Label = "Visninger",
                    Items = [new("Kort", "/kort", Current: true), new("Tabel", "/tabel")],
                }
        ),
        new(
            "back to top",
            "back-to-top/back-to-top",
            "back_to_top",
            new { href = "#a" },
            () => new BackToTopTagHelper { Href = "#a" }
        ),
        .. new (int Page, int Pages)[]
        {
            (1, 1),
            (1, 7),
            (7, 7),
            (4, 8),
            (5, 8),
            (5, 12),
            (8, 12),
            (9, 12),
            (12, 12),
        }.Select(at => new Case(
            $"pagination, page {at.Page} of {at.Pages}",
            "pagination/pagination",
            "pagination",
            new { currentPage = at.Page, totalPages = at.Pages },
            () =>
                new PaginationTagHelper
                {
                    Page = at.Page,
                    Pages = at.Pages,
                    Href = "#",
                }
        )),
    ];
}
