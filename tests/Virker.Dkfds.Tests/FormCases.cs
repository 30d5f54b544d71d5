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
    ];
}
