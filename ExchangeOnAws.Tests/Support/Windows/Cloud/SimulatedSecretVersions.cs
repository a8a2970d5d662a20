namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>A version of a secret: its text, and when it was put there.</summary>
public sealed record SecretVersion(string Text, DateTime MadeAt);

/// <summary>Secrets with their versions, oldest first: Secrets Manager as several servers share it.</summary>
public sealed class SecretVersions
{
    /// <summary>The versions by ARN; a new secret has none.</summary>
    public Dictionary<string, List<SecretVersion>> ByArn { get; } = [];

    /// <summary>Texts that can still be read by a staging label.</summary>
    public IEnumerable<string> Readable => ByArn.Values
        .SelectMany(versions => versions.TakeLast(2)).Select(version => version.Text);

    /// <summary>
    /// The version with a staging label: AWSCURRENT is the last one, AWSPREVIOUS the one before.
    /// </summary>
    public SecretVersion? Find(string arn, string stage) =>
        ByArn[arn].SkipLast(stage == "AWSPREVIOUS" ? 1 : 0).LastOrDefault();
}

/// <summary>The secrets that a server hands something over by, and its rights to them.</summary>
public sealed class SimulatedHandover
{
    public SecretVersions Secrets { get; set; } = new();

    public bool MayRead { get; set; } = true;
}

public sealed class SecretVersionHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-SECSecretValue", Read) with { When = IsUsed },
        Changes("Write-SECSecretValue", call => Demand(call).ByArn[call.Text("SecretId")]
            .Add(new(call.Text("SecretString"), call.Windows.Now))),
    ];

    private static SimulatedHandover Area(Call call) => call.Windows.Area<SimulatedHandover>();

    private static bool IsUsed(Call call) => Area(call).Secrets.ByArn.ContainsKey(call.Text("SecretId"));

    private static SecretVersions Demand(Call call) => (IsUsed(call), call.Text("Region")) switch
    {
        (_, not "eu-west-1") => throw CommandException.Terminating("No region specified."),
        (false, _) => throw CommandException.Terminating("Secrets Manager can't find the specified secret."),
        _ => Area(call).Secrets,
    };

    private static object Read(Call call)
    {
        if (!Area(call).MayRead)
        {
            throw CommandException.Terminating(
                "AccessDeniedException: not authorized to perform: secretsmanager:GetSecretValue");
        }

        var stage = call.Text("VersionStage", "AWSCURRENT");
        var version = Demand(call).Find(call.Text("SecretId"), stage)
            ?? throw CommandException.Terminating(
                "Amazon.SecretsManager.Model.ResourceNotFoundException: Secrets Manager can't find "
                    + $"the specified secret value for staging label: {stage}");
        return Record.Of(("SecretString", version.Text), ("CreatedDate", version.MadeAt));
    }
}
