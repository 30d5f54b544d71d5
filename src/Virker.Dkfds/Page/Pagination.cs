using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Virker.Dkfds;

/// <summary>The pages of a long list. A list of one page has none: leave the element out.</summary>
/// <example><code>&lt;dk-pagination page="@Model.Page" pages="@Model.Pages" href="/studier?side={0}" /&gt;</code></example>
[HtmlTargetElement("dk-pagination")]
public sealed class PaginationTagHelper : DkTagHelper
{
    /// <summary>The page the reader is on, from 1.</summary>
    public int Page { get; set; }

    /// <summary>How many pages there are.</summary>
    public int Pages { get; set; }

    /// <summary>A page's address, with <c>{0}</c> for its number. Required.</summary>
    public string? Href { get; set; }

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">The page is not one of the pages.</exception>
    public override TagBuilder ToHtml(IHtmlContent? content = null)
    {
        if (Page < 1 || Page > Pages)
            throw new InvalidOperationException($"<dk-pagination> has {Pages} pages and cannot be on page {Page}.");

        var first = Page == 1 ? "hidden" : null;
        var last = Page == Pages ? "hidden" : null;
        return Html.Tag(
                "nav",
                "pagination",
                Arrow(
                    "button-first",
                    first,
                    1,
                    Svg("first-page"),
                    Html.ScreenReaderOnly(Say("Første side", "First page"))
                ),
                Arrow("button-previous", first, Page - 1, Svg("chevron-left"), Word(Say("Forrige", "Previous")))
                    .With("aria-label", Say("Forrige side", "Previous page")),
                Html.Tag("span", "pagination-mobile", Say($"Side {Page} af {Pages}", $"Page {Page} of {Pages}")),
                Html.Tag("ul", "pagination__items", Shown().Select(Item)),
                Arrow("button-next", last, Page + 1, Word(Say("Næste", "Next")), Svg("chevron-right"))
                    .With("aria-label", Say("Næste side", "Next page")),
                Arrow(
                    "button-last",
                    last,
                    Pages,
                    Svg("last-page"),
                    Html.ScreenReaderOnly(Say("Sidste side", "Last page"))
                )
            )
            .With("aria-label", Say("Paginering", "Pagination"));
    }

    // The design system's rule for which numbers are shown; 0 stands for the dots between.
    private IEnumerable<int> Shown() =>
        Pages <= 7 ? Enumerable.Range(1, Pages)
        : Page < 5 ? [1, 2, 3, 4, 5, 0, Pages]
        : Page + 4 > Pages ? [1, 0, .. Enumerable.Range(Pages - 4, 5)]
        : [1, 0, Page - 1, Page, Page + 1, 0, Pages];

    private TagBuilder Item(int page)
    {
        if (page == 0)
        {
            var dots = Html.ScreenReaderOnly(
                Say("Prikker som indikerer skjulte sider", "Dots for the pages not shown")
            );
            return Html.Tag("li", "pagination-item pagination-overflow", dots, Html.Tag("span", null, "..."));
        }

        var isLast = Pages > 7 && page == Pages && Page + 4 <= Pages;
        var label = isLast
            ? Say($"Sidste side, side {page}", $"Last page, page {page}")
            : Say($"Side {page}", $"Page {page}");
        var link = Html.Tag("a", page == Page ? "button current-page" : "button button-secondary", page)
            .With("href", Address(page))
            .With("aria-label", label)
            .With("aria-current", page == Page ? "page" : null);
        return Html.Tag("li", "pagination-item pagination-number", link);
    }

    private TagBuilder Arrow(string classes, string? hidden, int page, params IEnumerable<object?> children) =>
        Html.Tag("a", Html.Words("button button-arrow", classes, hidden), children)
            .With("href", Address(Math.Clamp(page, 1, Pages)));

    private static TagBuilder Word(string text) => Html.Tag("span", "pagination-nav-link", text);

    private string Address(int page) =>
        Demand(Href, "dk-pagination", "href")
            .Replace("{0}", page.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
