namespace Virker.Dkfds.Tests;

internal static class FormCases
{
    public static IReadOnlyList<Case> All { get; } =
    [
        new(
            "select",
            "form/controls/select",
            "select",
            new
            {
                id = "maal",
                name = "maal",
                label = "Målgruppe",
                required = false,
                options = new object[]
                {
                    new { value = "", text = "Alle" },
                    new
                    {
                        value = "2",
                        text = "Øvrige",
                        isSelected = true,
                    },
                },
            },
            () =>
                new SelectTagHelper
                {
                    Name = "maal",
                    Label = "Målgruppe",
                    Options = [new("", "Alle"), new("2", "Øvrige")],
                    Value = "2",
                }
        ),
        new(
            "select with hint and error",
            "form/controls/select",
            "select",
            new
            {
                id = "m1",
                name = "maal",
                label = "Målgruppe",
                helptext = "Vælg én",
                errorMessage = "Vælg en målgruppe",
                options = new[] { new { value = "1", text = "Unge" } },
            },
            () =>
                new SelectTagHelper
                {
                    Name = "maal",
                    Id = "m1",
                    Label = "Målgruppe",
                    Hint = "Vælg én",
                    Error = "Vælg en målgruppe",
                    Required = true,
                    Options = [new("1", "Unge")],
                }
        ),
        new(
            "input",
            "form/controls/text-input",
            "textinput",
            new
            {
                id = "q",
                name = "q",
                label = "Søg",
                required = false,
                type = "search",
                value = "løn",
            },
            () =>
                new InputTagHelper
                {
                    Name = "q",
                    Label = "Søg",
                    Type = "search",
                    Value = "løn",
                }
        ),
        new(
            "input with hint, error and unit",
            "form/controls/text-input",
            "textinput",
            new
            {
                id = "pris",
                name = "pris",
                label = "Pris i kroner",
                helptext = "Uden moms",
                errorMessage = "Skriv et tal",
                suffix = "kr.",
                autocomplete = "off",
            },
            () =>
                new InputTagHelper
                {
                    Name = "pris",
                    Label = "Pris i kroner",
                    Hint = "Uden moms",
                    Error = "Skriv et tal",
                    Suffix = "kr.",
                    Autocomplete = "off",
                    Required = true,
                }
        ),
        new(
            "text area with hint and error",
            "form/controls/text-area",
            "textarea",
            new
            {
                id = "note",
                name = "note",
                label = "Note",
                helptext = "Kort",
                errorMessage = "Skriv noget",
                value = "Første linje",
                rows = 3,
                attributes = new { textarea = "aria-invalid=\"true\"" },
            },
            () =>
                new TextAreaTagHelper
                {
                    Name = "note",
                    Label = "Note",
                    Hint = "Kort",
                    Error = "Skriv noget",
                    Value = "Første linje",
                    Rows = 3,
                    Required = true,
                }
        ),
        new(
            "radio group",
            "radiobuttons/radiobuttons",
            "radiobuttons",
            new
            {
                id = "u",
                groupname = "udgave",
                radiogroupLegend = "Udgave",
                helptext = "Vælg én",
                errorMessage = "Vælg en udgave",
                items = new object[]
                {
                    new
                    {
                        value = "2019",
                        label = "2019",
                        helptext = "Den gamle",
                    },
                    new
                    {
                        value = "ny",
                        label = "Nuværende",
                        @checked = true,
                    },
                },
            },
            () =>
                new RadioGroupTagHelper
                {
                    Id = "u",
                    Name = "udgave",
                    Label = "Udgave",
                    Hint = "Vælg én",
                    Error = "Vælg en udgave",
                    Options = [new("2019", "2019", "Den gamle"), new("ny", "Nuværende")],
                    Value = "ny",
                }
        ),
        new(
            "checkbox group",
            "checkboxes/checkboxes",
            "checkboxes",
            new
            {
                id = "d",
                groupname = "design",
                checkboxLegend = "Design",
                helptext = "Vælg flere",
                items = new object[]
                {
                    new
                    {
                        value = "rct",
                        label = "Forsøg",
                        @checked = true,
                    },
                    new { value = "qed", label = "Øvrige" },
                },
            },
            () =>
                new CheckboxGroupTagHelper
                {
                    Id = "d",
                    Name = "design",
                    Label = "Design",
                    Hint = "Vælg flere",
                    Options = [new("rct", "Forsøg"), new("qed", "Øvrige")],
                    Values = ["rct"],
                }
        ),
        new(
            "checkbox",
            "checkboxes/checkbox",
            "checkbox",
            new
            {
                id = "tal",
                name = "tal",
                value = "true",
                label = "Kun med tal",
                helptext = "Få",
                @checked = true,
                required = true,
            },
            () =>
                new CheckboxTagHelper
                {
                    Name = "tal",
                    Label = "Kun med tal",
                    Hint = "Få",
                    Checked = true,
                    Required = true,
                }
        ),
    ];
}
