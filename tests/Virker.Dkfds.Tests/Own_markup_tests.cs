using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Virker.Dkfds.Tests;

/// <summary>What the design system has no template for, or needs script for.</summary>
public sealed class Own_markup_tests
{
    [Fact]
    public void An_accordion_unfolds_without_script()
    {
        var item = new AccordionItemTagHelper { Title = "Sådan", Open = true }.Render("<p>Læs</p>");

        var list = Dom.Parse(new AccordionTagHelper().Render(item)).QuerySelector("ul.accordion > li > details[open]")!;

        Assert.Equal("Sådan", list.QuerySelector("summary.accordion-button > h3.accordion-title")!.TextContent);
        Assert.Equal("<p>Læs</p>", list.QuerySelector("div.accordion-content")!.InnerHtml);
    }

    [Fact]
    public void A_folded_accordion_item_is_not_open()
    {
        Assert.Null(Dom.Parse(new AccordionItemTagHelper { Title = "A" }.Render()).QuerySelector("[open]"));
    }

    [Fact]
    public void The_narrow_menu_unfolds_without_script()
    {
        var menu = Dom.Parse(new HeaderTagHelper { Title = "V", Links = [new("Svar", "/svar")] }.Render());

        Assert.NotNull(
            menu.QuerySelector("header > details.dk-menu > summary + nav.navigation-menu-mobile a[href='/svar']")
        );
    }

    [Fact]
    public void The_headers_content_stands_beside_the_title()
    {
        var header = Dom.Parse(new HeaderTagHelper { Title = "V" }.Render("<a href='/en'>English</a>"));

        Assert.Equal("English", header.QuerySelector(".solution-info-inner > .dk-header-slot > a")!.TextContent);
        Assert.Null(header.QuerySelector("nav"));
    }

    [Fact]
    public void A_button_link_is_a_link_that_looks_like_a_button()
    {
        var html = new ButtonLinkTagHelper { Href = "/svar", Variant = DkButton.Secondary }.Render("Se");

        Assert.Equal("<a class=\"button button-secondary\" href=\"/svar\">Se</a>", html);
    }

    [Fact]
    public void A_tag_with_an_address_is_a_link()
    {
        Assert.Equal("<a class=\"tag\" href=\"/s\">Unge</a>", new TagTagHelper { Href = "/s" }.Render("Unge"));
    }

    [Fact]
    public void A_table_with_a_caption_is_a_named_region()
    {
        var table = Dom.Parse(
            new TableTagHelper { Caption = "Studier", CaptionHidden = true }.Render("<tbody></tbody>")
        );

        Assert.Equal("Studier", table.QuerySelector("div[role=region][tabindex='0']")!.GetAttribute("aria-label"));
        Assert.Equal("Studier", table.QuerySelector("table > caption.sr-only:first-child")!.TextContent);
    }

    [Fact]
    public void A_cell_of_numbers_keeps_its_own_classes()
    {
        var html = new NumberCellTagHelper().Output("td", null, new("dk-number"), new("class", "strong"));

        Assert.Equal("<td class=\"strong dk-number\"></td>", html);
    }

    [Fact]
    public void An_error_on_a_checkbox_is_shown()
    {
        var html = Dom.Parse(
            new CheckboxTagHelper
            {
                Name = "ja",
                Label = "Ja",
                Error = "Sæt kryds",
            }.Render()
        );

        Assert.Equal("Fejl: Sæt kryds", html.QuerySelector(".form-group.form-error > #ja-error")!.TextContent);
    }

    [Fact]
    public void Unknown_attributes_go_to_the_outermost_element()
    {
        var html = new BadgeTagHelper().Render(
            "Ny",
            new("id", "b1"),
            new("class", "ml-3"),
            new("data-x", new HtmlStringValue())
        );

        Assert.Equal("<span class=\"badge ml-3\" data-x=\"a&amp;b\" id=\"b1\">Ny</span>", html);
    }

    [Fact]
    public void Pages_of_a_list_lead_to_their_own_address()
    {
        var pages = Dom.Parse(
            new PaginationTagHelper
            {
                Page = 2,
                Pages = 3,
                Href = "/studier?side={0}&q=løn",
            }.Render()
        );

        Assert.Equal("/studier?side=1&q=løn", pages.QuerySelector(".button-previous")!.GetAttribute("href"));
        Assert.Equal("/studier?side=3&q=løn", pages.QuerySelector(".button-next")!.GetAttribute("href"));
        Assert.Equal("/studier?side=2&q=løn", pages.QuerySelector("[aria-current=page]")!.GetAttribute("href"));
    }

    private sealed class HtmlStringValue : Microsoft.AspNetCore.Html.IHtmlContent
    {
        public void WriteTo(TextWriter writer, System.Text.Encodings.Web.HtmlEncoder encoder) =>
            writer.Write("a&amp;b");
    }
}
