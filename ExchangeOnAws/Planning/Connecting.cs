namespace ExchangeOnAws.Planning;

/// <summary>Tells an administrator how to get to a server's desktop.</summary>
public static class Connecting
{
    private const string Session =
        "aws ssm start-session --target <instance> --document-name AWS-StartPortForwardingSession "
        + "--parameters portNumber=3389,localPortNumber=13389, then connect to localhost:13389.";

    public static string Describe(DeploymentPlan plan) => plan.Gateway.Hosts > 0
        ? $"Set {plan.Gateway.DnsName} to the addresses of the gateway in your DNS, "
            + "and name it as RD Gateway in the remote desktop client; "
            + $"sign in as a member of {plan.Directory.NetBiosName}\\{plan.Gateway.UsersGroup}. "
            + $"Without the gateway, through Systems Manager: {Session}"
        : $"There is no RD Gateway. Open a desktop through Systems Manager: {Session}";
}
