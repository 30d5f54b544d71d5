using Virker.Web.Site;

await using var site = await VirkerSite.BuildAsync(args);
await site.CreateDemoAsync();
await site.RunAsync();

/// <summary>Named so that page tests can start the site in memory.</summary>
public partial class Program;
