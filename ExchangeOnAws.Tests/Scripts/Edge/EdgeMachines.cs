using ExchangeOnAws.Tests.Support.Windows;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>Servers of the perimeter, members of no domain.</summary>
public static class EdgeMachines
{
    public const string SecretArn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:edge-AbCdEf";
    public const string UserName = "exchange-admin";
    public const string Account = @"EDGEA1\exchange-admin";
    public const string Password = "edge-p\"a's$w0rd";

    /// <summary>A server with its name, before its suffix, its account and Exchange.</summary>
    public static SimulatedWindows New()
    {
        var windows = new SimulatedWindows();
        windows.Area<SimulatedComputer>().Name = "EDGEA1";
        SimulatedSuffix.Follow(windows);
        windows.Secrets.AddAccount(SecretArn, UserName, Password);
        windows.Secrets.PasswordsByAccount.Remove(UserName);
        return windows;
    }

    /// <summary>What an earlier installation of the role has left in the registry.</summary>
    public static void InstallRole(SimulatedWindows windows) =>
        windows.Registry.Create(SimulatedSetup.Key + "EdgeTransportRole")["UnpackedVersion"] =
            SimulatedSetup.Version;
}
