using ExchangeOnAws.Planning;
using Pulumi;

namespace ExchangeOnAws.Components;

/// <summary>Writes a recovery as an SSM Automation document, schema version 0.3.</summary>
internal static class RecoveryAutomation
{
    private const string Confirmation = "{{ Confirmation }}";
    private const string AlternateWitness = "{{ AlternateWitness }}";

    /// <summary>The document's JSON; its description holds the commands as the plan shows them.</summary>
    public static Output<string> Content(
        RecoveryDocumentsArgs args, RecoveryPlan recovery, Output<string> restore, Output<string> witness) =>
        Output.JsonSerialize(Output.Create(new Dictionary<string, object>
        {
            ["schemaVersion"] = "0.3",
            ["description"] = Describe(recovery),
            ["parameters"] = Parameters(recovery),
            ["mainSteps"] = Steps(args, recovery, restore, witness).ToArray(),
        }));

    /// <summary>The document that ends what a domain controller admitted for the emergency.</summary>
    public static Output<string> TakeBack(
        RecoveryDocumentsArgs args, HostPlan controller, Output<string> witness)
    {
        var expected = $"{args.DagName} has its witness";
        return Output.JsonSerialize(Output.Create(new Dictionary<string, object>
        {
            ["schemaVersion"] = "0.3",
            ["description"] = "Takes back the rights over the domain that Exchange got when a domain "
                + "controller became the witness. Run it as soon as the group has its own witness again.",
            ["parameters"] = new Dictionary<string, object> { ["Confirmation"] = Typed(expected) },
            ["mainSteps"] = new[]
            {
                Step("takeBackRights", args, controller, witness, new()
                {
                    ["State"] = "absent",
                    ["Confirmation"] = Confirmation,
                    ["ExpectedConfirmation"] = expected,
                }),
            },
        }));
    }

    /// <summary>The document that takes the members of a zone back into the group.</summary>
    public static Output<string> Return(
        RecoveryDocumentsArgs args, SwitchBack back, Output<string> membership)
    {
        var expected = $"{args.DagName} with {string.Join(' ', back.Members.Select(member => member.Name))}";
        Dictionary<string, string> parameters = new()
        {
            ["DagName"] = args.DagName,
            ["Members"] = Names(back.Members),
            ["WitnessDirectory"] = MailboxPaths.WitnessDirectory(args.DagName),
            ["Databases"] = string.Join(',', args.Cluster.Databases.Select(ClusterSteps.Describe)),
        };
        if (args.WitnessServer.Length > 0)
        {
            parameters["WitnessServer"] = args.WitnessServer;
        }

        return Output.JsonSerialize(Output.Create(new Dictionary<string, object>
        {
            ["schemaVersion"] = "0.3",
            ["description"] = $"Takes {Names(back.Members)} of {back.Zone} back into {args.DagName}, gives "
                + "it its own witness and moves databases home. Nothing is lost: no database moves before "
                + "all logs are there. Start the servers of the zone first.",
            ["parameters"] = new Dictionary<string, object>
            {
                ["Confirmation"] = Typed(expected),
                ["RunOn"] = new Dictionary<string, object>
                {
                    ["type"] = "String",
                    ["description"] = "The instance of a member that runs and has the databases; "
                        + $"{back.Runner.Name} unless it is lost too.",
                    ["default"] = args.InstanceIds[back.Runner.Name],
                },
            },
            ["mainSteps"] = new[]
            {
                OnChosen(Step(
                    "lookFirst", args, back.Runner, membership, new(parameters) { ["Check"] = "true" })),
                OnChosen(Step("takeBack", args, back.Runner, membership, parameters)),
            },
        }));
    }

    private static Dictionary<string, object> OnChosen(Dictionary<string, object> step)
    {
        ((Dictionary<string, object>)step["inputs"])["InstanceIds"] = new[] { "{{ RunOn }}" };
        return step;
    }

    private static Dictionary<string, object> Typed(string expected) => new()
    {
        ["type"] = "String",
        ["description"] = $"Type: {expected}",
        ["allowedPattern"] = $"^{expected}$",
    };

    private static string Describe(RecoveryPlan recovery)
    {
        var commands = string.Join('\n', recovery.Commands);
        return $"Brings mail back after the loss of: {recovery.Losses}. First stop what is lost, so that it "
            + $"cannot come back by itself. This document does the rest of:\n{commands}";
    }

    private static Dictionary<string, object> Parameters(RecoveryPlan recovery)
    {
        var parameters = new Dictionary<string, object>
        {
            ["Confirmation"] = Typed(recovery.Confirmation),
        };
        var witness = new Dictionary<string, object>
        {
            ["type"] = "String",
            ["description"] = "The server that takes the witness's place, by its full name.",
        };
        if (!recovery.NeedsWitness)
        {
            return parameters;
        }

        if (recovery.AlternateWitness is { } known)
        {
            witness["default"] = known;
        }

        parameters["AlternateWitness"] = witness;
        return parameters;
    }

    // Everything is looked at before a domain controller gives rights for it.
    private static IEnumerable<Dictionary<string, object>> Steps(
        RecoveryDocumentsArgs args, RecoveryPlan recovery, Output<string> restore, Output<string> witness)
    {
        var survivor = recovery.Survivors[0];
        yield return Step("lookFirst", args, survivor, restore, new(RestoreParameters(args, recovery))
        {
            ["Check"] = "true",
        });
        if (recovery.WitnessController is { } controller)
        {
            yield return Step("allowAlternateWitness", args, controller, witness, new()
            {
                ["Confirmation"] = Confirmation,
                ["ExpectedConfirmation"] = recovery.Confirmation,
            });
        }

        yield return Step("restoreCluster", args, survivor, restore, RestoreParameters(args, recovery));
    }

    private static Dictionary<string, string> RestoreParameters(
        RecoveryDocumentsArgs args, RecoveryPlan recovery)
    {
        Dictionary<string, string> parameters = new()
        {
            ["DagName"] = args.DagName,
            ["LostMembers"] = Names(recovery.LostMembers),
            ["Survivors"] = Names(recovery.Survivors),
            ["WitnessDirectory"] = MailboxPaths.WitnessDirectory(args.DagName),
            ["Confirmation"] = Confirmation,
        };
        if (recovery.NeedsWitness)
        {
            parameters["AlternateWitness"] = AlternateWitness;
        }

        return parameters;
    }

    private static Dictionary<string, object> Step(
        string name, RecoveryDocumentsArgs args, HostPlan host, Output<string> document,
        Dictionary<string, string> parameters) => new()
        {
            ["name"] = name,
            ["action"] = "aws:runCommand",
            ["timeoutSeconds"] = StepPlan.LongestTimeoutMinutes * 60,
            ["onFailure"] = "Abort",
            ["inputs"] = new Dictionary<string, object>
            {
                ["DocumentName"] = document,
                ["InstanceIds"] = new[] { args.InstanceIds[host.Name] },
                ["Parameters"] = parameters.ToDictionary(
                    parameter => parameter.Key, parameter => new[] { parameter.Value }),
                ["OutputS3BucketName"] = args.LogBucket,
                ["OutputS3KeyPrefix"] = $"{Storage.LogPrefix}/recovery",
            },
        };

    private static string Names(IEnumerable<HostPlan> hosts) =>
        string.Join(',', hosts.Select(host => host.Name));
}
