namespace ExchangeOnAws.Components;

/// <summary>What servers publish and read for monitoring, by the names that policies allow.</summary>
internal static class Monitored
{
    /// <summary>The CloudWatch namespace, which servers may write to and to no other.</summary>
    public const string MetricNamespace = "ExchangeOnAws";

    /// <summary>Where the agent's configurations lie below the path of parameters.</summary>
    public const string ConfigurationFolder = "monitoring";

    /// <summary>The log group of the servers below the same path.</summary>
    public const string LogGroup = "servers";
}
