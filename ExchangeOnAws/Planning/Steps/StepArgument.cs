using System.Globalization;

namespace ExchangeOnAws.Planning;

/// <summary>
/// What a script is told: a text that the plan knows, or one that only the deployment knows.
/// </summary>
/// <param name="Text">The text; null when the deployment knows it.</param>
/// <param name="Deployed">
/// What the deployment fills in, for example secret-join or volume-DCA1-directory.
/// </param>
/// <param name="IsSecretArn">
/// It names a secret, which the server that runs the step must be able to read.
/// </param>
/// <param name="IsFilled">
/// It names a secret that the step writes, so the server must be able to.
/// </param>
public sealed record StepArgument(
    string? Text, string? Deployed, bool IsSecretArn = false, bool IsFilled = false)
{
    /// <summary>A text that the plan knows. Never a secret: secrets are named by ARN.</summary>
    public static StepArgument Of(string text) => new(text, null);

    /// <summary>A list, which scripts take comma separated.</summary>
    public static StepArgument Of(IEnumerable<string> texts) => new(string.Join(',', texts), null);

    /// <summary>The ARN of a secret of the plan.</summary>
    public static StepArgument SecretArn(string name) => new(null, $"secret-{name}", IsSecretArn: true);

    /// <summary>The ARN of a secret of the plan that the step fills and must not read.</summary>
    public static StepArgument SecretToFill(string name) =>
        new(null, SecretArn(name).Deployed, IsFilled: true);

    /// <summary>The ARN of a secret of the plan that the step reads, and empties afterwards.</summary>
    public static StepArgument SecretToEmpty(string name) => SecretArn(name) with { IsFilled = true };

    /// <summary>The ARN of a secret that the stack file names; empty when it names none.</summary>
    public static StepArgument GivenSecretArn(string? arn) =>
        new(arn ?? "", null, IsSecretArn: arn is not null);

    /// <summary>The id of a data volume.</summary>
    public static StepArgument VolumeId(VolumePlan volume) => new(null, VolumeName(volume.Host, volume.Name));

    /// <summary>What the deployment calls the id of a data volume.</summary>
    public static string VolumeName(string host, string volume) => $"volume-{host}-{volume}";

    /// <summary>The id of a server's instance, which changes when the server is replaced.</summary>
    public static StepArgument InstanceId(HostPlan host) => new(null, InstanceName(host.Name));

    /// <summary>What the deployment calls the id of a server's instance.</summary>
    public static string InstanceName(string host) => $"instance-{host}";

    /// <summary>A number.</summary>
    public static StepArgument Of(int number) => Of(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Yes or no.</summary>
    public static StepArgument Of(bool truth) => Of(truth ? "true" : "false");

    /// <summary>Something else that exists once per deployment.</summary>
    public static StepArgument FromDeployment(string name) => new(null, name);

    public override string ToString() => Text ?? $"${{{Deployed}}}";
}
