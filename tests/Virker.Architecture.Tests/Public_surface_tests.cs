using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Virker.Tests;

namespace Virker.Architecture.Tests;

/// <summary>What others may build on changes only where somebody meant it: the change shows in <c>docs/api</c>.</summary>
public sealed class Public_surface_tests
{
    [Theory]
    [InlineData("Virker.Statistics")]
    [InlineData("Virker.Figures")]
    [InlineData("Virker.Dkfds")]
    [InlineData("Virker.Allocation")]
    public void The_public_surface_of_a_package_is_as_written_down(string package)
    {
        string file = Path.Combine(Repository.Root, "docs/api", package + ".txt");
        string now = Surface(Assembly.Load(package));

        if (Environment.GetEnvironmentVariable("VIRKER_WRITE") == "1")
            File.WriteAllText(file, now);

        Assert.True(
            File.ReadAllText(file) == now,
            $"The public surface of {package} has changed. If it was meant, run this test with VIRKER_WRITE=1, look at the difference in docs/api, and say it in CHANGELOG.md."
        );
    }

    [Fact]
    public void A_planted_change_is_seen()
    {
        string surface = Surface(typeof(Public_surface_tests).Assembly);

        Assert.Contains("class Virker.Architecture.Tests.Public_surface_tests", surface, StringComparison.Ordinal);
        Assert.Contains(
            "  void The_public_surface_of_a_package_is_as_written_down(string package)",
            surface,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Surface(", surface, StringComparison.Ordinal);
    }

    private static string Surface(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type));
            var parents = type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? []);
            if (type.BaseType is { } parent && parent != typeof(object) && !type.IsValueType)
                parents = parents.Prepend(parent);
            if (!type.IsEnum && parents.Select(Name).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } named)
                text.Append(" : ").AppendJoin(", ", named);
            text.Append('\n');
            var members = type.GetMembers(
                    BindingFlags.Public
                        | BindingFlags.NonPublic
                        | BindingFlags.Instance
                        | BindingFlags.Static
                        | BindingFlags.DeclaredOnly
                )
                .Select(Line)
                .OfType<string>()
                .Order(StringComparer.Ordinal);
            foreach (string member in members)
                text.Append("  ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static string Kind(Type type) =>
        type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };

    /// <returns>Null for what nobody outside can use, or the compiler made of something else that is listed.</returns>
    private static string? Line(MemberInfo member) =>
        member switch
        {
            FieldInfo { DeclaringType.IsEnum: true, IsLiteral: true } value =>
                $"{value.Name} = {value.GetRawConstantValue()}",
            FieldInfo field when IsSeen(field) => $"{Static(field.IsStatic)}{Name(field.FieldType)} {field.Name}",
            PropertyInfo property when property.GetAccessors(nonPublic: true).Any(IsSeen) =>
                $"{Static(property.GetAccessors(nonPublic: true)[0].IsStatic)}{Name(property.PropertyType)} {property.Name}{Parameters(property.GetIndexParameters(), "[", "]")} {{{Accessor(property.GetMethod, "get")}{Accessor(property.SetMethod, property.SetMethod is { } set && IsInit(set) ? "init" : "set")} }}",
            ConstructorInfo made when IsSeen(made) => $"new{Parameters(made.GetParameters(), "(", ")", always: true)}",
            MethodInfo method
                when IsSeen(method)
                    && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
                    && !method.IsDefined(typeof(CompilerGeneratedAttribute)) =>
                $"{Static(method.IsStatic)}{Name(method.ReturnType)} {method.Name}{Generic(method)}{Parameters(method.GetParameters(), "(", ")", always: true)}",
            EventInfo happening when happening.AddMethod is { } add && IsSeen(add) =>
                $"event {Name(happening.EventHandlerType!)} {happening.Name}",
            _ => null,
        };

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsSeen(FieldInfo field) => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;

    private static bool IsInit(MethodInfo set) =>
        set.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit");

    private static string Accessor(MethodInfo? method, string name) =>
        method is not null && IsSeen(method) ? $" {name};" : "";

    private static string Static(bool isStatic) => isStatic ? "static " : "";

    private static string Generic(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(ParameterInfo[] all, string open, string close, bool always = false) =>
        all.Length == 0 && !always
            ? ""
            : open
                + string.Join(
                    ", ",
                    all.Select(p =>
                        $"{Name(p.ParameterType)} {p.Name}{(p.IsOptional ? Default(p.RawDefaultValue) : "")}"
                    )
                )
                + close;

    private static string Default(object? value) =>
        " = " + (value is null ? "null" : Convert.ToString(value, CultureInfo.InvariantCulture));

    private static string Name(Type type)
    {
        if (type.IsByRef)
            return "ref " + Name(type.GetElementType()!);
        if (type.IsArray)
            return $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.IsGenericParameter)
            return type.Name;
        if (Nullable.GetUnderlyingType(type) is { } bare)
            return Name(bare) + "?";
        if (type.IsGenericType)
        {
            string name = type.GetGenericTypeDefinition().FullName!;
            return $"{name[..name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
        }

        return Type.GetTypeCode(type) switch
        {
            _ when type.IsEnum => type.FullName!,
            TypeCode.Double => "double",
            TypeCode.Int32 => "int",
            TypeCode.Int64 => "long",
            TypeCode.Boolean => "bool",
            TypeCode.String => "string",
            _ when type == typeof(void) => "void",
            _ when type == typeof(object) => "object",
            _ => type.FullName!,
        };
    }
}
