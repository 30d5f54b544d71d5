namespace Virker.Dkfds.Tests;

public sealed class Conformance_tests
{
    public static TheoryData<string> Names => [.. Cases.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_tag_helper_writes_what_the_design_systems_template_writes(string name)
    {
        var c = Cases.All.Single(c => c.Name == name);

        // The one deliberate addition: an icon that has a name also has the role that makes the name heard.
        var ours = c.Helper().Render(c.Content).Replace(" role=\"img\"", "", StringComparison.Ordinal);

        Assert.Equal(Dom.Tree(DesignSystem.Html(name)), Dom.Tree(ours, c.Part));
    }
}
