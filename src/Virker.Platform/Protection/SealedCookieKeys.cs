using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Virker.Platform.Protection;

/// <summary>Seals the keys of cookies with the master key: who reads the database cannot sign in as anybody.</summary>
internal sealed class SealedCookieKeys(MasterKey master) : IXmlEncryptor
{
    private static readonly byte[] About = "cookie-keys"u8.ToArray();

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        byte[] plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        return new(new XElement("sealed", Convert.ToBase64String(master.Wrap(plain, About))), typeof(Opener));
    }

    /// <summary>Made by name, from the type written beside the sealed key.</summary>
    internal sealed class Opener(IServiceProvider services) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement) =>
            XElement.Parse(
                Encoding.UTF8.GetString(
                    services
                        .GetRequiredService<MasterKey>()
                        .Unwrap(Convert.FromBase64String(encryptedElement.Value), About)
                )
            );
    }
}
