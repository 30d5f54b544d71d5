using System.Globalization;
using System.Reflection;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Virker.Dkfds.Tests;

/// <summary>What holds for every tag helper, those to come included.</summary>
public sealed class Every_helper_tests
{
    private const string Hostile = "\"><script>alert('x')</script>&<b style=\"x\"";

    public static TheoryData<string> Helpers => [.. Types.Keys];

    private static readonly Dictionary<string, Type> Types = typeof(DkTagHelper)
        .Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(DkTagHelper)) && !type.IsAbstract)
        .ToDictionary(type => type.GetCustomAttribute<HtmlTargetElementAttribute>()!.Tag, StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Helpers))]
    public void Hostile_text_stays_text(string tag)
    {
        var body = Dom.Parse(Filled(tag, Hostile).Render("ren"));

        Assert.Empty(body.QuerySelectorAll("script, b, [style]"));
        Assert.DoesNotContain(body.QuerySelectorAll("*"), element => element.Attributes.Any(IsHandler));
    }

    [Theory]
    [MemberData(nameof(Helpers))]
    public void Danish_letters_come_out_as_letters(string tag)
    {
        var html = Filled(tag, "blåbærgrød").Render("rød");

        Assert.DoesNotContain("&#", html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Helpers))]
    public void No_style_or_script_is_written_in_the_page(string tag)
    {
        var body = Dom.Parse(Filled(tag, "tekst").Render("indhold"));

        Assert.Empty(body.QuerySelectorAll("script, style, [style]"));
    }

    [Theory]
    [InlineData("dk-header", "title")]
    [InlineData("dk-breadcrumb", "items")]
    [InlineData("dk-tabs", "items")]
    [InlineData("dk-alert", "text")]
    [InlineData("dk-button-link", "href")]
    [InlineData("dk-card", "heading")]
    [InlineData("dk-details", "summary")]
    [InlineData("dk-accordion-item", "title")]
    [InlineData("dk-summary-row", "label")]
    [InlineData("dk-icon", "name")]
    [InlineData("dk-input", "name")]
    [InlineData("dk-input", "label")]
    [InlineData("dk-textarea", "label")]
    [InlineData("dk-select", "options")]
    [InlineData("dk-radio-group", "options")]
    [InlineData("dk-checkbox-group", "label")]
    [InlineData("dk-checkbox", "label")]
    [InlineData("dk-pagination", "href")]
    public void A_missing_required_attribute_is_named(string tag, string attribute)
    {
        var helper = Filled(tag, "tekst");
        Types[tag]
            .GetProperty(attribute, BindingFlags.IgnoreCase | BindingFlags.Public | BindingFlags.Instance)!
            .SetValue(helper, null);

        var error = Assert.Throws<InvalidOperationException>(() => helper.Render(tag == "dk-alert" ? null : "indhold"));

        Assert.StartsWith($"<{tag}> needs the attribute '{attribute}'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dk-button")]
    [InlineData("dk-button-link")]
    [InlineData("dk-badge")]
    [InlineData("dk-tag")]
    public void A_missing_text_is_named(string tag)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Filled(tag, "tekst").Render());

        Assert.Equal($"<{tag}> needs a text between its tags.", error.Message);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(4, 3)]
    [InlineData(1, 0)]
    public void A_page_that_is_not_there_is_refused(int page, int pages)
    {
        var pagination = new PaginationTagHelper
        {
            Page = page,
            Pages = pages,
            Href = "?side={0}",
        };

        Assert.Throws<InvalidOperationException>(() => pagination.Render());
    }

    [Theory]
    [InlineData("da-DK", "Brødkrumme")]
    [InlineData("en-GB", "Breadcrumb")]
    [InlineData("de-DE", "Brødkrumme")]
    public void Our_own_words_are_in_the_pages_language(string culture, string expected)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            var html = new BreadcrumbTagHelper { Items = [new("Forside")] }.Render();
            Assert.Contains($"aria-label=\"{expected}\"", html, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static bool IsHandler(IAttr attribute) =>
        attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase);

    private static DkTagHelper Filled(string tag, string text)
    {
        var helper = (DkTagHelper)Activator.CreateInstance(Types[tag])!;
        foreach (
            var property in Types[tag]
                .GetProperties()
                .Where(p => p.CanWrite && !p.Name.Contains("Level", StringComparison.Ordinal))
        )
        {
            object? value =
                property.PropertyType == typeof(string) ? text
                : property.PropertyType == typeof(bool) ? true
                : property.PropertyType == typeof(int) ? 1
                : property.PropertyType == typeof(IReadOnlyCollection<string>) ? new[] { text }
                : property.PropertyType == typeof(IReadOnlyList<DkLink>) ? new DkLink[] { new(text, text, true, text) }
                : property.PropertyType == typeof(IReadOnlyList<DkOption>) ? new DkOption[] { new(text, text, text) }
                : null;
            if (value is not null)
                property.SetValue(helper, value);
        }

        return helper;
    }
}
