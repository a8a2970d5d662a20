using Pulumi;

namespace ExchangeOnAws.Tests.Sdks;

/// <summary>A component with one server in it.</summary>
internal sealed class Rack : ComponentResource
{
    public Rack(string name, RackArgs? args = null, ComponentResourceOptions? options = null)
        : base("fake:index:Rack", name, args, options)
    {
        Server = new Server($"{name}-server", new ServerArgs(), new CustomResourceOptions { Parent = this });
        Arn = Server.Arn;
        Key = Output.CreateSecret("key");
        RegisterOutputs();
    }

    public Server Server { get; }

    [Output("rackArn")]
    public Output<string> Arn { get; private set; }

    [Output]
    public Output<string> Key { get; private set; }
}

internal sealed class RackArgs : ResourceArgs
{
    [Input("height")]
    public Input<int>? Height { get; set; }
}
