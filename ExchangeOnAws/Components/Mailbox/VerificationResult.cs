using Pulumi;
using Ssm = Pulumi.Aws.Ssm;

namespace ExchangeOnAws.Components;

/// <summary>What a verification step found, in Parameter Store: its path and a way to read it.</summary>
public sealed class VerificationResult
{
    /// <summary>What the result says until its step has run.</summary>
    public const string NotVerified = "not verified yet";

    private readonly Ssm.Parameter _parameter;

    /// <param name="name">The logical name of the parameter.</param>
    /// <param name="subject">What is verified, for example cluster.</param>
    /// <param name="path">The path of the deployment's parameters, with a slash at both ends.</param>
    /// <param name="tags">The deployment's tags.</param>
    /// <param name="parent">The component that the parameter belongs to.</param>
    public VerificationResult(
        string name, string subject, Input<string> path, ResourceTags tags, Resource parent) =>
        _parameter = new Ssm.Parameter(name, new Ssm.ParameterArgs
        {
            Name = Output.Format($"{path}verification/{subject}"),
            Type = "String",
            InsecureValue = NotVerified,
            Tags = tags.Named($"verification-{subject}"),
        }, new CustomResourceOptions
        {
            Parent = parent,

            // The verification step writes it, and its result must outlive the next update.
            IgnoreChanges = { "insecureValue", "value" },
        });

    public Output<string> ParameterName => _parameter.Name;

    public Output<string> ParameterArn => _parameter.Arn;

    /// <summary>What the verification wrote, once the step has run.</summary>
    public Output<string> After(CustomResource verification) => Ssm.GetParameter
        .Invoke(new Ssm.GetParameterInvokeArgs
        {
            // The id is known only after the step's success, so nothing is read earlier.
            Name = Output.Tuple(_parameter.Name, verification.Id).Apply(known => known.Item1),
        })
        .Apply(parameter => parameter.InsecureValue);
}
