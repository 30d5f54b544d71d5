using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Virker.Platform.Storage;

public static class TableRows
{
    /// <summary>The rows of a table that is known only from the model, for work on all tables alike.</summary>
    public static IQueryable<object> Rows(this DbContext context, IEntityType table) =>
        (IQueryable<object>)
            typeof(DbContext)
                .GetMethod(nameof(DbContext.Set), [])!
                .MakeGenericMethod(table.ClrType)
                .Invoke(context, null)!;
}
