using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Virker.Platform.Forms;

/// <summary>A form that is done. It holds nothing of what was written.</summary>
public sealed class FormPost
{
    /// <summary>The id the form was shown with.</summary>
    public Guid Id { get; init; }
    public Guid SenderId { get; init; }
    public required string Page { get; init; }
    public required byte[] Print { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Where the sender was led; null until the answer is known, or when it was lost.</summary>
    public string? Answer { get; set; }
}

/// <summary>What somebody typed or was shown, kept sealed for a short while.</summary>
public sealed class KeptForm
{
    public Guid Id { get; init; }

    /// <summary>The only one it is shown to.</summary>
    public Guid OwnerId { get; init; }
    public required byte[] Content { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>After this it is shown to nobody.</summary>
    public DateTimeOffset Until { get; init; }
}

/// <summary>The same two tables stand in every municipality's database and in the shared one, each beside what its forms
/// change.</summary>
public static class FormTables
{
    /// <summary>The forms that are done, where they can be saved in the same transaction as a change.</summary>
    /// <param name="owns">The context whose migrations make the table.</param>
    public static void MapPosts(ModelBuilder model, bool owns) =>
        model.Entity<FormPost>(post =>
        {
            post.ToTable("form_posts", table => Exclude(table, owns));
            post.Property(p => p.Id).ValueGeneratedNever();
            post.HasIndex(p => new
            {
                p.SenderId,
                p.Page,
                p.At,
            });
            post.HasIndex(p => p.At);
        });

    internal static void MapKept(ModelBuilder model) =>
        model.Entity<KeptForm>(kept =>
        {
            kept.ToTable("kept_forms");
            kept.Property(k => k.Id).ValueGeneratedNever();
            kept.HasIndex(k => k.OwnerId);
            kept.HasIndex(k => k.Until);
        });

    private static void Exclude(TableBuilder table, bool owns)
    {
        if (!owns)
            table.ExcludeFromMigrations();
    }
}
