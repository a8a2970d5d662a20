using ExchangeOnAws.Planning;
using ExchangeOnAws.Values;
using Pulumi;
using Ssm = Pulumi.Aws.Ssm;

namespace ExchangeOnAws.Components;

/// <summary>Where the steps of a target run.</summary>
/// <param name="Name">The target's name, for messages.</param>
/// <param name="Key">InstanceIds, or the tag by which Systems Manager finds the servers of a group.</param>
/// <param name="Value">The instance's id or the tag's value.</param>
/// <param name="Count">How many servers there are.</param>
/// <param name="Server">What must be there before a step can run.</param>
public sealed record StepServer(string Name, string Key, Input<string> Value, int Count, Resource Server);

/// <summary>What <see cref="StepAssociations"/> needs.</summary>
public sealed class StepAssociationsArgs : ResourceArgs
{
    public required StepGraph Steps { get; init; }

    /// <summary>Servers by the name of the step's target.</summary>
    public required IReadOnlyDictionary<string, StepServer> Servers { get; init; }

    /// <summary>What only the deployment knows, by the name that step arguments have for it.</summary>
    public required IReadOnlyDictionary<string, Input<string>> Deployed { get; init; }

    public required Input<string> LogBucket { get; init; }

    public required ResourceTags Tags { get; init; }
}

/// <summary>
/// The steps as SSM documents and associations. <c>pulumi up</c> waits for the success of each before it
/// starts what comes after; what a step wrote lies in the bucket under logs/ and the step's id.
/// </summary>
public sealed class StepAssociations : ComponentResource
{
    private readonly Dictionary<string, Ssm.Document> _documents = [];
    private readonly Dictionary<string, Ssm.Association> _associations = [];

    public StepAssociations(string name, StepAssociationsArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:StepAssociations", name, args, options)
    {
        Registered = Registration.Hook($"{name}-registered");
        var registered = args.Servers.ToDictionary(
            server => server.Key,
            server => server.Value.Key == Registration.InstanceIds
                ? Registered
                : Registration.Hook($"{name}-{server.Key}-registered", server.Value.Count));
        foreach (var run in StepRun.From(args.Steps))
        {
            var association = CreateAssociation(
                name, args, run, DocumentOf(name, args.Tags, run), registered[run.Target.Name]);
            foreach (var step in run.Steps)
            {
                _associations.Add(step.Id, association);
            }
        }

        RegisterOutputs();
    }

    /// <summary>Waits until the one server of an association answers, before it is created.</summary>
    public ResourceHook Registered { get; }

    /// <summary>What succeeds when the step has.</summary>
    public CustomResource After(string stepId) => _associations[stepId];

    // One document for all servers that run the same scripts.
    private Ssm.Document DocumentOf(string name, ResourceTags tags, StepRun run)
    {
        if (!_documents.TryGetValue(run.DocumentName, out var document))
        {
            document = ScriptDocument.Create(
                $"{name}-{run.DocumentName}", run.Document(), tags.Named(run.DocumentName), this);
            _documents.Add(run.DocumentName, document);
        }

        return document;
    }

    private Ssm.Association CreateAssociation(
        string name, StepAssociationsArgs args, StepRun run, Ssm.Document document, ResourceHook registered)
    {
        var server = args.Servers[run.Target.Name];
        return new Ssm.Association($"{name}-{run.Id}", new Ssm.AssociationArgs
        {
            AssociationName = args.Tags.NameOf(AwsNames.Association, run.Id),
            Name = document.Name,
            DocumentVersion = document.LatestVersion,
            Targets = { new Ssm.Inputs.AssociationTargetArgs { Key = server.Key, Values = server.Value } },
            Parameters = ParametersOf(run, args.Deployed),
            OutputLocation = new Ssm.Inputs.AssociationOutputLocationArgs
            {
                S3BucketName = args.LogBucket,
                S3KeyPrefix = $"{Storage.LogPrefix}/{run.Id}",
            },
            WaitForSuccessTimeoutSeconds = run.TimeoutMinutes * 60,
            Tags = args.Tags.OfAssociation(run.Id),
        }, AssociationChanges.Waited(
            this, registered, [server.Server, .. run.After.Select(After).Distinct()]));
    }

    // Systems Manager takes no empty values; a script takes its default for what is not passed.
    private static InputMap<string> ParametersOf(
        StepRun run, IReadOnlyDictionary<string, Input<string>> deployed)
    {
        var parameters = new InputMap<string>();
        foreach (var (name, argument) in run.Arguments.Where(argument => argument.Value.Text is not ""))
        {
            parameters.Add(name, argument.Text is { } text ? text : deployed[argument.Deployed!]);
        }

        return parameters;
    }
}
