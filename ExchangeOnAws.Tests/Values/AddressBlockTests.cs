using System.Net;
using ExchangeOnAws.Values;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Values;

public sealed class AddressBlockTests
{
    [TestCase("10.0.5.7", 16, "10.0.0.0/16")]
    [TestCase("10.0.5.7", 29, "10.0.5.0/29")]
    [TestCase("10.0.5.7", 32, "10.0.5.7/32")]
    [TestCase("10.0.5.7", 0, "0.0.0.0/0")]
    [TestCase("255.255.255.255", 24, "255.255.255.0/24")]
    [TestCase("200.129.3.4", 1, "128.0.0.0/1")]
    public void Address_lies_in_its_block(string address, int prefix, string block) =>
        Assert.That(AddressBlock.Containing(IPAddress.Parse(address), prefix),
            Is.EqualTo(IPNetwork.Parse(block)));

    [TestCase("10.0.0.0/16", 0, 19, "10.0.0.0/19")]
    [TestCase("10.0.0.0/16", 2, 19, "10.0.64.0/19")]
    [TestCase("10.0.0.0/16", 10, 20, "10.0.160.0/20")]
    [TestCase("192.168.7.0/24", 7, 27, "192.168.7.224/27")]
    [TestCase("192.168.7.0/24", 255, 32, "192.168.7.255/32")]
    public void Block_is_cut_into_parts(string block, int index, int prefix, string part) =>
        Assert.That(IPNetwork.Parse(block).Part(index, prefix), Is.EqualTo(IPNetwork.Parse(part)));

    [TestCase("10.0.0.0/19", 10, "10.0.0.10")]
    [TestCase("10.0.0.0/19", 256, "10.0.1.0")]
    [TestCase("10.0.0.16/28", 0, "10.0.0.16")]
    public void Address_is_counted_from_the_first(string block, int offset, string address) =>
        Assert.That(IPNetwork.Parse(block).At(offset), Is.EqualTo(IPAddress.Parse(address)));

    [TestCase("10.0.0.0/32", 1)]
    [TestCase("10.0.0.0/28", 16)]
    [TestCase("10.0.0.0/16", 65536)]
    [TestCase("0.0.0.0/0", 4294967296)]
    public void Size_counts_every_address(string block, long size) =>
        Assert.That(IPNetwork.Parse(block).Size(), Is.EqualTo(size));

    [TestCase("10.0.0.0/16", "10.0.255.0/24", true)]
    [TestCase("10.0.0.0/16", "10.0.0.0/16", true)]
    [TestCase("10.0.0.0/16", "10.0.0.0/15", false)]
    [TestCase("10.0.0.0/16", "10.1.0.0/24", false)]
    public void Block_contains_a_block_that_is_wholly_inside(string block, string other, bool contains) =>
        Assert.That(AddressBlock.Contains(IPNetwork.Parse(block), IPNetwork.Parse(other)),
            Is.EqualTo(contains));

    [TestCase("10.0.0.0/16", "10.0.255.0/24", true)]
    [TestCase("10.0.255.0/24", "10.0.0.0/16", true)]
    [TestCase("10.0.0.0/24", "10.0.1.0/24", false)]
    [TestCase("10.0.0.0/25", "10.0.0.128/25", false)]
    [TestCase("0.0.0.0/0", "10.0.0.0/32", true)]
    public void Blocks_overlap_when_they_share_an_address(string block, string other, bool overlaps) =>
        Assert.That(IPNetwork.Parse(block).Overlaps(IPNetwork.Parse(other)), Is.EqualTo(overlaps));

    [TestCase("10.0.0.0", false)]
    [TestCase("10.0.0.3", false)]
    [TestCase("10.0.0.4", true)]
    [TestCase("10.0.0.14", true)]
    [TestCase("10.0.0.15", false)]
    [TestCase("10.0.0.16", false)]
    [TestCase("9.255.255.255", false)]
    [TestCase("200.0.0.1", false)]
    public void Aws_keeps_the_first_four_addresses_and_the_last(string address, bool usable) =>
        Assert.That(IPNetwork.Parse("10.0.0.0/28").HasUsable(IPAddress.Parse(address)), Is.EqualTo(usable));
}
