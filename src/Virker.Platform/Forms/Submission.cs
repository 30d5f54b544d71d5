using Microsoft.EntityFrameworkCore;

namespace Virker.Platform.Forms;

/// <summary>
/// A form somebody sent, while it is answered. The first save of the request writes the row that says that the form is
/// done, in the same transaction as the change: so it is done once, also when it arrives twice at once, at two nodes,
/// or when the process is killed between the save and the answer.
/// </summary>
/// <param name="Id">The id the form was shown with; the same when it is sent again by a second click.</param>
/// <param name="SenderId">The account, or the personal link, it came from.</param>
/// <param name="Page">The path it was sent to.</param>
/// <param name="Print">What was written, as a keyed hash: the same text sent again is known by it.</param>
/// <param name="At">When it arrived.</param>
public sealed record Submission(Guid Id, Guid SenderId, string Page, byte[] Print, DateTimeOffset At)
{
    private static readonly AsyncLocal<Submission?> Ambient = new();

    /// <summary>The form this flow of work answers; null for work nobody sent a form for.</summary>
    public static Submission? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>The last line of the log when the form was read. A change about the same, written after it, stops the
    /// save: see <see cref="ChangedMeanwhileException"/>. Null when the save does not care.</summary>
    public long? LogAt { get; init; }

    /// <summary>True once the change and the row are committed.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Saves tables without a log, together with the row.</summary>
    public static async Task<int> SaveAsync(DbContext db, Func<Task<int>> save)
    {
        if (Current is not { IsDone: false } form)
            return await save();
        var row = db.Add(form.Row());
        try
        {
            int written = await save();
            form.Committed();
            return written;
        }
        finally
        {
            row.State = EntityState.Detached;
        }
    }

    internal FormPost Row() =>
        new()
        {
            Id = Id,
            SenderId = SenderId,
            Page = Page,
            Print = Print,
            At = At,
        };

    internal void Committed() => IsDone = true;
}

/// <summary>Somebody else changed the same while the form was answered; nothing is saved. The form is read and answered
/// anew, on what stands now.</summary>
public sealed class ChangedMeanwhileException() : Exception("Somebody else changed the same meanwhile.")
{
    /// <summary>Whether a save failed because somebody else was first, as the room or the database saw it.</summary>
    public static bool IsWhy(Exception failed) => failed is ChangedMeanwhileException or DbUpdateException;
}
