using System.Buffers.Binary;
using System.Net;

namespace ExchangeOnAws.Values;

/// <summary>Arithmetic on IPv4 address blocks.</summary>
public static class AddressBlock
{
    /// <summary>
    /// AWS keeps the first four addresses of a subnet and the last (VPC user guide, "Subnet sizing").
    /// </summary>
    public const int ReservedAtStart = 4;

    public const int ReservedAtEnd = 1;

    /// <summary>The block of the given prefix length that the address lies in.</summary>
    public static IPNetwork Containing(IPAddress address, int prefix) =>
        new(FromNumber(ToNumber(address) & Mask(prefix)), prefix);

    /// <summary>The index-th part of a block when it is cut into blocks of the given prefix length.</summary>
    public static IPNetwork Part(this IPNetwork block, int index, int prefix) =>
        new(FromNumber(ToNumber(block.BaseAddress) + ((uint)index << (32 - prefix))), prefix);

    /// <summary>The address at a distance from the block's first.</summary>
    public static IPAddress At(this IPNetwork block, int offset) =>
        FromNumber(ToNumber(block.BaseAddress) + (uint)offset);

    /// <summary>How many addresses the block holds, those AWS keeps included.</summary>
    public static long Size(this IPNetwork block) => 1L << (32 - block.PrefixLength);

    public static bool Contains(this IPNetwork block, IPNetwork other) =>
        block.PrefixLength <= other.PrefixLength && block.Contains(other.BaseAddress);

    public static bool Overlaps(this IPNetwork block, IPNetwork other) =>
        block.Contains(other.BaseAddress) || other.Contains(block.BaseAddress);

    /// <summary>The fewest blocks that hold the same addresses and no others.</summary>
    public static IReadOnlyList<IPNetwork> Aggregate(IEnumerable<IPNetwork> blocks)
    {
        var kept = new List<IPNetwork>();
        foreach (var block in blocks
            .OrderBy(block => ToNumber(block.BaseAddress)).ThenBy(block => block.PrefixLength))
        {
            if (kept.Count > 0 && kept[^1].Contains(block))
            {
                continue;
            }

            kept.Add(block);
            while (kept.Count > 1 && HalvesOf(kept[^2], kept[^1]) is { } whole)
            {
                kept.RemoveRange(kept.Count - 2, 2);
                kept.Add(whole);
            }
        }

        return kept;
    }

    // The block that the two are the halves of, where they are.
    private static IPNetwork? HalvesOf(IPNetwork first, IPNetwork second) =>
        first.PrefixLength == second.PrefixLength
            && first.PrefixLength > 0
            && Containing(first.BaseAddress, first.PrefixLength - 1) is var whole
            && whole.Contains(second)
            ? whole
            : null;

    /// <summary>The address lies in the block and AWS lets an instance have it.</summary>
    public static bool HasUsable(this IPNetwork block, IPAddress address)
    {
        var offset = (long)ToNumber(address) - ToNumber(block.BaseAddress);
        return offset >= ReservedAtStart && offset < block.Size() - ReservedAtEnd;
    }

    private static uint Mask(int prefix) => prefix == 0 ? 0 : uint.MaxValue << (32 - prefix);

    private static uint ToNumber(IPAddress address) =>
        BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes());

    private static IPAddress FromNumber(uint number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return new IPAddress(bytes);
    }
}
