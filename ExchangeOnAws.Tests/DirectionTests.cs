using System.Text.RegularExpressions;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests;

/// <summary>The floors of the program: each names types of the floors below it only.</summary>
public sealed partial class DirectionTests
{
    // From the bottom to the top; floors of one line do not know each other.
    private static readonly string[][] s_floors =
    [
        ["Findings", "Values"],
        ["Settings"],
        ["Planning"],
        ["Checks"],
        ["Lookups", "Components"],
        [nameof(ExchangeStack)],
        ["Evaluation"],
        ["Reporting"],
        ["CommandLine"],
        [nameof(Program)],
    ];

    private const string Reason =
        "A floor may use only the floors below it. Whoever reads from the bottom up needs nothing that comes "
        + "later, and a change reaches only what is above it. Move the type down, or hand its value up.";

    private static readonly Type[] s_types = [.. typeof(ExchangeStack).Assembly.GetTypes()
        .Where(type => type.Namespace?.Split('.')[0] == nameof(ExchangeOnAws))];

    private static IEnumerable<string> Floors => s_floors.SelectMany(floor => floor);

    [Test]
    public void Every_type_is_on_a_floor() => Assert.That(
        s_types.Select(FloorOf).Distinct(),
        Is.EquivalentTo(Floors),
        "A new floor needs its place in this order.");

    [TestCaseSource(nameof(Floors))]
    public void Floor_knows_only_the_floors_below(string floor)
    {
        var types = s_types.Where(type => FloorOf(type) == floor).ToArray();

        Assert.That(types, Is.Not.Empty);
        Assert.That(
            types.SelectMany(type => TypeReferences.Of(type)
                    .Where(named => !MayKnow(floor, named))
                    .Select(named =>
                        $"{floor}: {Outermost(type).Name} names {Outermost(named).Name} of {FloorOf(named)}"))
                .Distinct(),
            Is.Empty, Reason);
    }

    // Rooms of a floor from the bottom to the top; then areas, which may know each other; then what stands at
    // the floor's root and puts them together.
    private static readonly Dictionary<string, string[]> s_rooms = new()
    {
        ["Planning"] = [],
        ["Components"] = ["Context", "Steps", "Network", "Servers"],
    };

    private static IEnumerable<string> Shared => s_rooms.Keys;

    [TestCaseSource(nameof(Shared))]
    public void Room_knows_only_the_rooms_below(string floor)
    {
        var rooms = RoomsOf(floor);
        var types = s_types.Where(type => FloorOf(type) == floor && rooms.ContainsKey(Outermost(type).Name))
            .ToArray();

        Assert.That(types, Is.Not.Empty);
        Assert.That(
            types.SelectMany(type => TypeReferences.Of(type)
                    .Where(named => FloorOf(named) == floor && rooms.ContainsKey(Outermost(named).Name))
                    .Select(named => (From: rooms[Outermost(type).Name], To: rooms[Outermost(named).Name],
                        Text: $"{Outermost(type).Name} names {Outermost(named).Name}"))
                    .Where(each => HeightOf(floor, each.To) > HeightOf(floor, each.From))
                    .Select(each => $"{floor}/{each.From}: {each.Text} of {floor}/{each.To}"))
                .Distinct(),
            Is.Empty, Reason);
    }

    private static int HeightOf(string floor, string room) => Array.IndexOf(s_rooms[floor], room) switch
    {
        >= 0 and var height => height,
        _ => room.Length == 0 ? int.MaxValue : int.MaxValue - 1,
    };

    // A type's room is the folder of the file that declares it.
    private static Dictionary<string, string> RoomsOf(string floor)
    {
        var root = Path.Combine(Repository.Root, nameof(ExchangeOnAws), floor);
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Declaration().Matches(File.ReadAllText(file)).Select(match =>
                (Type: match.Groups[1].Value,
                    Room: Path.GetRelativePath(root, Path.GetDirectoryName(file)!))))
            .DistinctBy(each => each.Type)
            .ToDictionary(each => each.Type, each => each.Room == "." ? "" : each.Room);
    }

    [GeneratedRegex(@"^[a-z ]*\b(?:class|record|struct|interface|enum) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    private static bool MayKnow(string floor, Type named)
    {
        if (named.Assembly != typeof(ExchangeStack).Assembly || FloorOf(named) is not { } other)
        {
            return true;
        }

        return other == floor || HeightOf(other) < HeightOf(floor);
    }

    private static int HeightOf(string floor) => Array.FindIndex(s_floors, level => level.Contains(floor));

    // What stands at the root is the stack, but for the entry point.
    private static string? FloorOf(Type type) => Outermost(type) is var outer && outer == typeof(Program)
        ? nameof(Program)
        : outer.Namespace?.Split('.') switch
        {
            [nameof(ExchangeOnAws)] => nameof(ExchangeStack),
            [nameof(ExchangeOnAws), var floor, ..] => floor,
            _ => null,
        };

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
