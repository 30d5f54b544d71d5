using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Virker.Dkfds;

/// <summary>Builds elements. Strings are text and are encoded; only <see cref="IHtmlContent"/> goes in as it is.</summary>
internal static class Html
{
    public static TagBuilder Tag(string name, string? classes, params IEnumerable<object?> children)
    {
        var tag = new TagBuilder(name);
        if (!string.IsNullOrEmpty(classes))
            tag.Attributes["class"] = classes;

        return tag.Add(children);
    }

    public static TagBuilder Add(this TagBuilder tag, params IEnumerable<object?> children)
    {
        foreach (var child in children)
        {
            _ = child switch
            {
                null => tag.InnerHtml,
                IHtmlContent html => tag.InnerHtml.AppendHtml(html),
                _ => tag.InnerHtml.Append(Convert.ToString(child, CultureInfo.CurrentCulture)!),
            };
        }

        return tag;
    }

    /// <summary>Sets the attribute, unless there is no value.</summary>
    public static TagBuilder With(this TagBuilder tag, string name, string? value)
    {
        if (value is not null)
            tag.Attributes[name] = value;

        return tag;
    }

    /// <summary>Sets an attribute that is either there or not.</summary>
    public static TagBuilder With(this TagBuilder tag, string name, bool present) =>
        tag.With(name, present ? "" : null);

    /// <summary>Joins what there is with spaces: classes, or the ids of an <c>aria-describedby</c>.</summary>
    public static string? Words(params ReadOnlySpan<string?> words)
    {
        var joined = string.Join(' ', words.ToArray().Where(word => !string.IsNullOrEmpty(word)));
        return joined.Length == 0 ? null : joined;
    }

    public static TagBuilder Hidden(string name, string value)
    {
        var input = Tag("input", null).With("type", "hidden").With("name", name).With("value", value);
        input.TagRenderMode = TagRenderMode.StartTag;
        return input;
    }

    public static TagBuilder ScreenReaderOnly(string text) => Tag("span", "sr-only", text);
}
