using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetNamespaceTests : ScriptSuite
{
    private static readonly Dictionary<string, string> s_urls = new()
    {
        ["OwaVirtualDirectory"] = "https://mail.example.com/owa",
        ["EcpVirtualDirectory"] = "https://mail.example.com/ecp",
        ["WebServicesVirtualDirectory"] = "https://mail.example.com/EWS/Exchange.asmx",
        ["MapiVirtualDirectory"] = "https://mail.example.com/mapi",
        ["OabVirtualDirectory"] = "https://mail.example.com/OAB",
        ["ActiveSyncVirtualDirectory"] = "https://mail.example.com/Microsoft-Server-ActiveSync",
    };

    protected override string Script => "ClientAccess/Set-Namespace";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["Namespace"] = "mail.example.com",
        ["AutodiscoverName"] = "autodiscover.example.com",
    };

    [TestCase("InternalUrl")]
    [TestCase("ExternalUrl")]
    public void Url_that_somebody_changed_comes_back_alone(string property)
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        Directories(windows)["OabVirtualDirectory"].Values[property] = new Uri("https://other/OAB");

        var result = RunOn(windows).ToEnd();

        Assert.That(IsReached(windows), Is.True, result.Text);
        Assert.That(
            result.Changes.Select(change => change.Name), Is.EqualTo(["Set-OabVirtualDirectory"]));
    }

    [Test]
    public void Autodiscover_that_somebody_changed_comes_back_alone()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        Directories(windows).AutodiscoverUri = new("https://other/Autodiscover/Autodiscover.xml");

        var result = RunOn(windows).ToEnd();

        Assert.That(IsReached(windows), Is.True, result.Text);
        Assert.That(result.Changes.Select(change => change.Name), Is.EqualTo(["Set-ClientAccessService"]));
    }

    [TestCase("SSLOffloading", true)]
    [TestCase("InternalClientsRequireSsl", false)]
    [TestCase("ExternalClientsRequireSsl", false)]
    [TestCase("InternalClientAuthenticationMethod", "Basic")]
    [TestCase("ExternalClientAuthenticationMethod", "Ntlm")]
    [TestCase("InternalHostname", "exa1.corp.example.com")]
    [TestCase("ExternalHostname", null)]
    public void Outlook_Anywhere_is_as_Extended_Protection_and_the_namespace_need_it(
        string property, object? wrong)
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        Directories(windows)["OutlookAnywhere"].Values[property] = wrong;

        var result = RunOn(windows).ToEnd();

        Assert.That(IsReached(windows), Is.True, result.Text);
        Assert.That(result.Changes.Select(change => change.Name), Is.EqualTo(["Set-OutlookAnywhere"]));
    }

    [Test]
    public void Metabase_is_not_read()
    {
        var windows = NewMachine();
        var start = windows.Now;

        RunOn(windows).ToEnd();

        Assert.That(windows.Now - start, Is.LessThan(TimeSpan.FromMinutes(2)));
    }

    [Test]
    public void Server_without_a_virtual_directory_is_named()
    {
        var windows = NewMachine();
        Directories(windows).All.RemoveAll(item => item.Noun == "MapiVirtualDirectory");

        Assert.That(
            RunOn(windows).ToEnd().Failure, Does.Contain("EXA1 has no MapiVirtualDirectory: its"));
    }

    protected override SimulatedWindows NewMachine() => ClientAccessMachines.Server();

    protected override bool IsReached(SimulatedWindows windows)
    {
        var directories = Directories(windows);
        var anywhere = directories["OutlookAnywhere"].Values.ToDictionary(
            value => value.Key, value => $"{value.Value}");
        return s_urls.All(url => directories[url.Key].Values.Values.All(value => $"{value}" == url.Value))
            && $"{directories.AutodiscoverUri}"
                == "https://autodiscover.example.com/Autodiscover/Autodiscover.xml"
            && anywhere["InternalHostname"] == "mail.example.com"
            && anywhere["ExternalHostname"] == "mail.example.com"
            && anywhere["SSLOffloading"] == "False"
            && anywhere["InternalClientsRequireSsl"] == "True"
            && anywhere["ExternalClientsRequireSsl"] == "True"
            && anywhere["InternalClientAuthenticationMethod"] == "Ntlm"
            && anywhere["ExternalClientAuthenticationMethod"] == "Negotiate";
    }

    private static SimulatedVirtualDirectories Directories(SimulatedWindows windows) =>
        windows.Area<SimulatedVirtualDirectories>();
}
