namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Accounts, groups and organizational units of the directory.</summary>
public sealed class DirectoryAccountHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Changes("New-ADUser", NewUser),
        Changes("Set-ADUser", call =>
        {
            Find(call, "user").Properties["PasswordNeverExpires"] = call.Flag("PasswordNeverExpires");
        }),
        Changes("Set-ADAccountPassword", call =>
        {
            Find(call, "user").Password = LocalUserHandlers.Plain(call.Value("NewPassword"));
        }),
        Changes("Enable-ADAccount", call => { Find(call, "user").Properties["Enabled"] = true; }),
        Changes("New-ADGroup", call =>
        {
            var directory = DirectoryHandlers.Directory(call);
            var group = directory.Add("group", call.Text("Name"), $"CN=Users,{directory.Root}");
            group.Properties["SamAccountName"] = call.Text("SamAccountName");
        }),
        Changes("Add-ADGroupMember", call => Find(call, "group").Members.UnionWith(call.Texts("Members"))),
        Changes("New-ADOrganizationalUnit", NewUnit),
        Changes("Set-ADOrganizationalUnit", call =>
        {
            Find(call, "organizationalUnit").Properties["ProtectedFromAccidentalDeletion"] =
                call.Flag("ProtectedFromAccidentalDeletion");
        }),
    ];

    private static DirectoryObject Find(Call call, string kind) =>
        DirectoryHandlers.Directory(call).Get(kind, call.Text("Identity"));

    private static void NewUser(Call call)
    {
        var directory = DirectoryHandlers.Directory(call);
        var user = directory.Add("user", call.Text("Name"), $"CN=Users,{directory.Root}");
        user.Properties["SamAccountName"] = call.Text("SamAccountName");
        user.Properties["Enabled"] = call.Flag("Enabled");
        user.Properties["PasswordNeverExpires"] = call.Flag("PasswordNeverExpires");
        user.Password = LocalUserHandlers.Plain(call.Value("AccountPassword"));
    }

    private static void NewUnit(Call call)
    {
        var (directory, path) = (DirectoryHandlers.Directory(call), call.Text("Path"));
        if (path != directory.Root)
        {
            directory.Get("organizationalUnit", path);
        }

        var unit = directory.Add("organizationalUnit", call.Text("Name"), path);
        unit.Properties["ProtectedFromAccidentalDeletion"] =
            !call.Has("ProtectedFromAccidentalDeletion") || call.Flag("ProtectedFromAccidentalDeletion");
    }
}
