using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Virker.Platform.Storage;

/// <summary>Codes are kept as <c>a;b</c>.</summary>
internal sealed class CodesText() : ValueConverter<Codes, string>(c => c.ToString(), s => Codes.Parse(s));

/// <summary>Codes never change, so a copy is itself.</summary>
internal sealed class CodesSame() : ValueComparer<Codes>((a, b) => object.Equals(a, b), c => c.GetHashCode(), c => c);

/// <summary>SQLite cannot order by DateTimeOffset; UTC instants order as they are.</summary>
internal sealed class UtcInstant()
    : ValueConverter<DateTimeOffset, DateTime>(
        at => at.UtcDateTime,
        at => new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc))
    );
