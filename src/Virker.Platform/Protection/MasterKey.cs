using System.Security.Cryptography;
using System.Text;

namespace Virker.Platform.Protection;

/// <summary>The key that seals the municipalities' keys. It lives outside the database: in a file only the service can
/// read, or in the setting <c>Virker:MasterKey</c>.</summary>
public sealed class MasterKey
{
    private const int Size = 32;
    private readonly Lazy<byte[]> _key;

    private MasterKey(Func<byte[]> key) => _key = new Lazy<byte[]>(key);

    /// <summary>From base64 text of 32 bytes.</summary>
    /// <exception cref="InvalidInputException">The text is not that.</exception>
    public static MasterKey Parse(string base64)
    {
        byte[] key = Bytes(base64);
        return new MasterKey(() => key);
    }

    private static byte[] Bytes(string base64)
    {
        var key = new byte[Size];
        if (!Convert.TryFromBase64String(base64.Trim(), key, out var length) || length != Size)
        {
            throw new InvalidInputException(
                new(
                    "hovednøglen skal være 32 bytes som base64 (lav en med: openssl rand -base64 32)",
                    "the master key must be 32 bytes in base64 (make one with: openssl rand -base64 32)"
                )
            );
        }
        return key;
    }

    /// <summary>From the file, which is read when something is sealed or opened: then it must be there.</summary>
    public static MasterKey FromFile(string path) =>
        new(() =>
            File.Exists(path)
                ? Bytes(File.ReadAllText(path))
                : throw new InvalidInputException(
                    new(
                        $"hovednøglen {path} mangler; læg den nøgle der, som databasen blev lavet med",
                        $"the master key {path} is missing; put the key there that the database was made with"
                    )
                )
        );

    /// <summary>A new key in the file, readable by the service only, unless there is one.</summary>
    public static void Make(string path)
    {
        if (File.Exists(path))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using var file = new StreamWriter(path, options);
            file.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Size)));
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process made it first; its key is the one to use.
        }
    }

    /// <summary>What a text is compared by without being readable: HMAC-SHA256 of it under a key made for the
    /// purpose.</summary>
    public byte[] Print(string text, string purpose) =>
        HMACSHA256.HashData(
            HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes(purpose)),
            Encoding.UTF8.GetBytes(text)
        );

    internal byte[] Wrap(byte[] key, byte[] about) => Cipher.Seal(_key.Value, key, about);

    /// <exception cref="InvalidInputException">The key was wrapped with another master key.</exception>
    internal byte[] Unwrap(byte[] wrapped, byte[] about)
    {
        try
        {
            return Cipher.Open(_key.Value, wrapped, about);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new InvalidInputException(
                new(
                    "hovednøglen passer ikke til databasen; find den nøgle, den blev lavet med",
                    "the master key does not fit the database; find the key it was made with"
                )
            );
        }
    }
}
