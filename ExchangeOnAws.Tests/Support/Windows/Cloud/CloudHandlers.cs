using System.Collections;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>EC2, Auto Scaling and the instance metadata service.</summary>
public sealed class CloudHandlers : HandlerGroup
{
    private const string Service = "http://169.254.169.254/latest/";

    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Invoke-RestMethod", Metadata),
        Reads("Get-EC2Address", call => InRegion(call).Addresses
            .Where(address => call.Texts("AllocationId").Contains(address.AllocationId))
            .Select(address => Record.Of(
                ("AllocationId", address.AllocationId), ("PublicIp", address.PublicIp),
                ("InstanceId", address.InstanceId),
                ("AssociationId", address.InstanceId is null ? null : "eipassoc-1"),
                ("NetworkInterfaceId", null)))),
        Changes("Register-EC2Address", call => InRegion(call).Associate(
            InRegion(call).Addresses.Single(address => address.AllocationId == call.Text("AllocationId")),
            // As the API has it: reassociation is automatic.
            takesOver: !call.Has("AllowReassociation") || call.Flag("AllowReassociation"))),
        Reads("Get-ASAutoScalingGroup", call => InRegion(call).Groups
            .Where(group => call.Texts("AutoScalingGroupName").Contains(group.Key))
            .Select(group => Record.Of(
                ("AutoScalingGroupName", group.Key),
                ("Instances", group.Value.Select(id => (object)Record.Of(("InstanceId", id))).ToArray())))),
    ];

    private static SimulatedCloud InRegion(Call call)
    {
        var cloud = call.Windows.Area<SimulatedCloud>();
        return call.Text("Region") == cloud.Region
            ? cloud
            : throw CommandException.Terminating(
                "No region specified or obtained from persisted/shell defaults.");
    }

    /// <summary>Version 2 only: a token by PUT, then GET with it.</summary>
    private static string Metadata(Call call)
    {
        var cloud = call.Windows.Area<SimulatedCloud>();
        var headers = (IDictionary)call.Value("Headers")!;
        return (call.Text("Method").ToUpperInvariant(), call.Text("Uri")) switch
        {
            ("PUT", Service + "api/token") when headers.Contains("X-aws-ec2-metadata-token-ttl-seconds") =>
                SimulatedCloud.Token,
            _ when $"{Call.Unwrap(headers["X-aws-ec2-metadata-token"])}" != SimulatedCloud.Token =>
                throw CommandException.Terminating(
                    "The remote server returned an error: (401) Unauthorized."),
            ("GET", Service + "meta-data/instance-id") => cloud.InstanceId,
            ("GET", Service + "meta-data/placement/region") => cloud.Region,
            _ => throw CommandException.Terminating("The remote server returned an error: (404) Not Found."),
        };
    }
}
