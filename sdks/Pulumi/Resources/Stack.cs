using Pulumi.Serialization;

namespace Pulumi;

/// <summary>The root of all resources of a program.</summary>
public class Stack : ComponentResource
{
    internal const string TypeName = "pulumi:pulumi:Stack";

    public Stack(StackOptions? options = null)
        : base(
            TypeName,
            $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}",
            options?.ToComponentOptions())
        => Deployment.Required.Stack = this;

    /// <summary>Registers the [Output] properties, after checking that each has an output.</summary>
    internal void RegisterPropertyOutputs()
    {
        var outputs = new Dictionary<string, object?>();
        var (missing, wrong) = (new List<string>(), new List<string>());
        foreach (var property in OutputProperties.Declared(GetType()))
        {
            var value = MemberAccess.Read(property.Storage, this);
            outputs.Add(property.Name, value);
            if (value is null)
            {
                missing.Add(property.Name);
            }
            else if (value is not IOutput)
            {
                wrong.Add(property.Name);
            }
        }

        if (missing.Count > 0)
        {
            throw new RunException(
                $"The stack gives no value to its output(s) {string.Join(", ", missing)}. "
                + "Assign every [Output] property in the constructor.");
        }

        if (wrong.Count > 0)
        {
            throw RunException.OutputsHaveIncorrectType(wrong);
        }

        RegisterOutputs(outputs);
    }
}
