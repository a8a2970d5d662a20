using ExchangeOnAws.Planning;
using Pulumi;
using Pulumi.Aws.Ssm;

namespace ExchangeOnAws.Components;

/// <summary>Finds the image a server starts from.</summary>
internal static class MachineImage
{
    /// <summary>The pinned image, or the newest one of its kind.</summary>
    /// <remarks>
    /// InsecureValue, because Value is marked secret and would hide every instance's image in previews.
    /// </remarks>
    public static Output<string> IdOf(ImagePlan plan) => plan.PinnedId is { } pinned
        ? Output.Create(pinned)
        : GetParameter.Invoke(new GetParameterInvokeArgs { Name = plan.Parameter })
            .Apply(parameter => parameter.InsecureValue);
}
