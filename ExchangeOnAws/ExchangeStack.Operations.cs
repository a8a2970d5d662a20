using ExchangeOnAws.Components;
using ExchangeOnAws.Planning;
using Pulumi;

namespace ExchangeOnAws;

/// <content>What keeps the deployment running: alarms, backups, updates, documents for operators.</content>
public sealed partial class ExchangeStack
{
    private static AlarmTopic CreateAlarmTopic(DeploymentPlan plan, ServerSurroundings surroundings) =>
        new("alarms", new AlarmTopicArgs
        {
            Emails = plan.Settings.Monitoring.AlarmEmails,
            Environment = surroundings.Environment,
            EncryptionKeyArn = surroundings.EncryptionKeyArn,
            Tags = surroundings.Tags,
        });

    private static void CreateMonitoring(
        DeploymentPlan plan, ServerSurroundings surroundings, DeployedServers servers,
        LoadBalancing balancing, AlarmTopic alarms, StepAssociations steps, Resource ready)
    {
        HostPlan[] hosts = [.. plan.Hosts.Where(host => servers.All.ContainsKey(host.Name))];
        var agent = new CloudWatchAgent("agent", new CloudWatchAgentArgs
        {
            Hosts = hosts,
            InstanceIds = servers.ReachableIds,
            Path = surroundings.ParameterPath,
            EncryptionKeyArn = surroundings.EncryptionKeyArn,
            LogRetentionDays = plan.Settings.Monitoring.LogRetentionDays,
            DeletionProtection = plan.Settings.Protection.DeletionProtection,
            Ready = ready,
            Registered = steps.Registered,
            Tags = surroundings.Tags,
        });
        var copies = new CopyHealth("copy-health", new CopyHealthArgs
        {
            MetricStack = surroundings.MetricStack,
            Members = plan.Cluster.Members,
            InstanceIds = servers.ReachableIds,
            Ready = ready,
            LogBucket = surroundings.Storage.BucketName,
            Tags = surroundings.Tags,
        });
        _ = new HealthAlarms("health", new HealthAlarmsArgs
        {
            MetricStack = surroundings.MetricStack,
            Hosts = hosts,
            InstanceIds = servers.ReachableIds,
            Targets = balancing.Targets,
            Publishers = [agent, copies],
            TopicArn = alarms.Arn,
            Tags = surroundings.Tags,
        });
        _ = new FailureEvents("failures", new FailureEventsArgs
        {
            TopicArn = alarms.Arn,
            EncryptionKeyArn = surroundings.EncryptionKeyArn,
            Environment = surroundings.Environment,
            Tags = surroundings.Tags,
        });
        _ = new HealthDashboard("overview", new HealthDashboardArgs
        {
            Suffix = surroundings.Suffix,
            Region = plan.Region,
            Hosts = hosts,
            InstanceIds = servers.ReachableIds,
            Tags = surroundings.Tags,
        });
        if (plan.Settings.Monitoring.ApplicationInsights)
        {
            _ = new ApplicationInsights("insights", new ApplicationInsightsArgs
            {
                Suffix = surroundings.Suffix,
                StackName = plan.StackName,
                Tags = surroundings.Tags,
            });
        }
    }

    private static Output<string> CreateBackup(
        DeploymentPlan plan, ServerSurroundings surroundings, DeployedServers servers,
        IEnumerable<ServerRole?> roles, AlarmTopic alarms, StepAssociations steps, Resource ready) =>
        plan.Backup.Servers.Count == 0
            ? Output.Create("")
            : new Backup("backup", new BackupArgs
            {
                Suffix = surroundings.Suffix,
                Plan = plan.Backup,
                Servers = servers.All,
                Roles = [.. roles.OfType<ServerRole>()],
                Environment = surroundings.Environment,
                EncryptionKeyArn = surroundings.EncryptionKeyArn,
                AlarmTopicArn = alarms.Arn,
                Ready = ready,
                Registered = steps.Registered,
                Tags = surroundings.Tags,
                DeletionProtection = plan.Settings.Protection.DeletionProtection,
            }).VaultName;

    private static OperationDocuments CreateOperations(
        DeploymentPlan plan, ServerSurroundings surroundings) =>
        new("operation", new OperationDocumentsArgs
        {
            Members = [.. plan.Cluster.Members.Select(plan.Directory.FullNameOf)],
            Tags = surroundings.Tags,
        });

    private static void CreatePatching(
        DeploymentPlan plan, ServerSurroundings surroundings, DeployedServers servers, Gateway? gateway,
        OperationDocuments operations, Resource ready)
    {
        if (plan.Patching.Windows.Count == 0)
        {
            return;
        }

        _ = new Patching("patching", new PatchingArgs
        {
            Suffix = surroundings.Suffix,
            Plan = plan.Patching,
            InstanceIds = servers.ReachableIds,
            GatewayGroup = gateway is null ? (Input<string>?)null : gateway.AutoScalingGroup.Name,
            EnterMaintenance = operations.BeforeUpdates,
            ExitMaintenance = operations.AfterUpdates,
            Ready = ready,
            LogBucket = surroundings.Storage.BucketName,
            Tags = surroundings.Tags,
        });
    }
}
