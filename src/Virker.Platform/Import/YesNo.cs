namespace Virker.Platform.Import;

/// <summary>Yes and no as people and workbooks write them.</summary>
public static class YesNo
{
    /// <summary>Null for anything else.</summary>
    public static bool? Read(string cell) =>
        cell.ToUpperInvariant() switch
        {
            "JA" or "YES" or "TRUE" or "SAND" or "1" => true,
            "NEJ" or "NO" or "FALSE" or "FALSK" or "0" => false,
            _ => null,
        };
}
