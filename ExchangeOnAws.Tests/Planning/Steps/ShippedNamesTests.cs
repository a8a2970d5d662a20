using ExchangeOnAws.Components;
using ExchangeOnAws.Planning;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Planning;

public sealed class ShippedNamesTests
{
    // Every document that ever ran on a server. A line is added with a new script; none is changed.
    private static readonly string[] s_names =
    [
        "activedirectory-confirm-domaincontroller",
        "activedirectory-enable-recyclebin",
        "activedirectory-install-directoryfeatures",
        "activedirectory-install-domaincontroller",
        "activedirectory-install-forest",
        "activedirectory-set-directoryaccounts",
        "activedirectory-set-directorysite",
        "activedirectory-set-dnsservice",
        "activedirectory-set-setuprights",
        "activedirectory-set-timesource",
        "clientaccess-confirm-clientaccess",
        "clientaccess-publish-certificateexpiry",
        "clientaccess-set-directoryrecords",
        "clientaccess-set-namespace",
        "clientaccess-set-servercertificate",
        "cluster-add-availabilitygroupmember",
        "cluster-confirm-cluster",
        "cluster-new-availabilitygroup",
        "cluster-set-activedatabases",
        "cluster-set-availabilitygroup",
        "cluster-set-databasecopies",
        "edge-import-subscription",
        "edge-install-edgerole",
        "edge-new-subscriptionfile",
        "edge-remove-oldsubscriptions",
        "edge-set-dnssuffix",
        "edge-set-edgerecords",
        "edge-set-hostnames",
        "edge-set-localaccount",
        "edge-start-edgetransport",
        "gateway-install-gatewayrole",
        "gateway-remove-stalecomputer",
        "gateway-set-gatewayaddress",
        "gateway-set-gatewaycertificate",
        "gateway-set-gatewayname",
        "gateway-set-gatewaypolicy",
        "mailbox-confirm-existingdirectory",
        "mailbox-initialize-directory",
        "mailbox-install-mailboxrole",
        "mailbox-set-accepteddomains",
        "mailbox-set-productkey",
        "mailflow-confirm-mailflow",
        "mailflow-set-messagelimits",
        "mailflow-set-receiveconnectors",
        "mailflow-set-sendconnector",
        "operations-enter-maintenance",
        "operations-exit-maintenance",
        "operations-publish-copyhealth",
        "recovery-add-witnessrights",
        "recovery-remove-lostmember",
        "recovery-reset-computeraccount",
        "recovery-reset-databasecopy",
        "recovery-restore-cluster",
        "recovery-restore-membership",
        "server-add-setupaccount",
        "server-initialize-datavolume",
        "server-install-features",
        "server-install-package",
        "server-join-domain",
        "server-save-media",
        "server-set-agentservice",
        "server-set-computername",
        "server-set-defenderexclusions",
        "server-set-dnsclient",
        "server-set-pagefile",
        "server-set-tlssettings",
        "server-set-windowssettings",
        "witness-add-exchangeadministrators",
        "witness-set-witnessfirewall",
    ];

    [Test]
    public void Document_of_a_script_keeps_its_name() => Assert.That(
        ScriptLibrary.Shipped.Steps.Select(ScriptDocument.NameOf),
        Is.EquivalentTo(s_names),
        "Another name replaces the document, and its step runs again on servers at work. A script that moves "
            + "or gets another name has a line in ShippedNames; a new script has one here.");

    [Test]
    public void Script_that_moved_is_still_there() => Assert.That(
        ScriptLibrary.Shipped.Steps.Where(path => ShippedNames.Of(path) != path),
        Is.Not.Empty);
}
