using ExchangeOnAws.Planning;
using ExchangeOnAws.Values;
using Pulumi;
using AwsBackup = Pulumi.Aws.Backup;
using CloudWatch = Pulumi.Aws.CloudWatch;
using Iam = Pulumi.Aws.Iam;
using Kms = Pulumi.Aws.Kms;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="Backup"/> needs.</summary>
public sealed class BackupArgs : ResourceArgs
{
    public required BackupPlan Plan { get; init; }

    /// <summary>The servers by host name.</summary>
    public required IReadOnlyDictionary<string, Server> Servers { get; init; }

    /// <summary>The roles of the servers, which a restored server is given again.</summary>
    public required IReadOnlyList<ServerRole> Roles { get; init; }

    public required AwsEnvironment Environment { get; init; }

    public required Input<string> EncryptionKeyArn { get; init; }

    /// <summary>Where it is told that a backup failed.</summary>
    public required Input<string> AlarmTopicArn { get; init; }

    /// <summary>The end of the steps: what is installed for backups must not meet their restarts.</summary>
    public required Resource Ready { get; init; }

    /// <summary>Waits until the server of an association answers.</summary>
    public required ResourceHook Registered { get; init; }

    /// <summary>What makes names unique in the account.</summary>
    public required Output<string> Suffix { get; init; }

    public required ResourceTags Tags { get; init; }

    public required bool DeletionProtection { get; init; }
}

/// <summary>
/// AWS Backup of the servers that hold something, by ARN and with VSS, so that directory and databases are
/// consistent; a copy in a second region and a lock where the stack file says so.
/// </summary>
public sealed class Backup : ComponentResource
{
    // The policies that AWS maintains for its backup service.
    private const string ServicePolicy = "service-role/AWSBackupServiceRolePolicyFor";

    private const int StartWindowMinutes = 60;
    private const int CompletionWindowMinutes = 12 * 60;
    private const int SecondsPerDay = 24 * 60 * 60;

    public Backup(string name, BackupArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:Backup", name, args, options)
    {
        var vault = CreateVault($"{name}-vault", args, args.EncryptionKeyArn, region: null);
        VaultName = vault.Name;
        var copy = args.Plan.CopyRegion is { } region ? CreateCopyVault(name, args, region) : null;
        var role = CreateRole(name, args);
        InstallVss(name, args);
        foreach (var zone in args.Plan.Servers.GroupBy(server => server.Zone))
        {
            Select(name, args, CreatePlan(name, args, zone.Key, vault, copy), role, [.. zone]);
        }

        CreateAlarm(name, args, vault);
        RegisterOutputs();
    }

    /// <summary>The vault that holds the backups.</summary>
    [Output]
    public Output<string> VaultName { get; private set; }

    private AwsBackup.Vault CreateVault(
        string name, BackupArgs args, Input<string> keyArn, string? region)
    {
        var vault = new AwsBackup.Vault(name, new AwsBackup.VaultArgs
        {
            Name = args.Tags.NameOf(AwsNames.BackupVault, args.Suffix, region is null ? "" : "-copy"),
            KmsKeyArn = keyArn,
            Region = region is null ? (Input<string>?)null : region,
            Tags = args.Tags.Named(name),
        }, new CustomResourceOptions
        {
            Parent = this,
            Protect = args.DeletionProtection,
            RetainOnDelete = args.DeletionProtection,
        });
        if (args.Plan.IsLocked)
        {
            Lock(name, args, vault, region);
        }

        return vault;
    }

    // Governance mode: no days after which nobody, not even AWS, could undo a mistake in the settings.
    private void Lock(string name, BackupArgs args, AwsBackup.Vault vault, string? region) =>
        _ = new AwsBackup.VaultLockConfiguration($"{name}-lock", new AwsBackup.VaultLockConfigurationArgs
        {
            BackupVaultName = vault.Name,
            MinRetentionDays = args.Plan.RetentionDays,
            Region = region is null ? (Input<string>?)null : region,
        }, new CustomResourceOptions
        {
            Parent = this,

            // A vault that stays when the stack is destroyed stays locked. The setting alone takes the lock
            // off.
            DeletedWith = args.DeletionProtection ? vault : null,
        });

    // A key works in its own region only.
    private AwsBackup.Vault CreateCopyVault(string name, BackupArgs args, string region)
    {
        var key = new Kms.Key($"{name}-copy-key", new Kms.KeyArgs
        {
            Description = "Exchange on AWS: copies of backups",
            EnableKeyRotation = true,
            Region = region,
            Tags = args.Tags.Named("backup-copies"),
        }, new CustomResourceOptions
        {
            Parent = this,
            Protect = args.DeletionProtection,
            RetainOnDelete = args.DeletionProtection,
        });
        return CreateVault($"{name}-copy-vault", args, key.Arn, region);
    }

    private Iam.Role CreateRole(string name, BackupArgs args)
    {
        var role = new Iam.Role($"{name}-role", new Iam.RoleArgs
        {
            Description = "Exchange on AWS: AWS Backup",
            AssumeRolePolicy = Policy.Document(new PolicyStatement
            {
                Sid = "Backup",
                Principal = new() { ["Service"] = args.Environment.ServicePrincipal("backup") },
                Action = ["sts:AssumeRole"],
            }),
            Tags = args.Tags.Named("backup"),
        }, new CustomResourceOptions { Parent = this });
        foreach (var policy in new[] { "Backup", "Restores" })
        {
            _ = new Iam.RolePolicyAttachment($"{name}-{policy.ToLowerInvariant()}",
                new Iam.RolePolicyAttachmentArgs
                {
                    Role = role.Name,
                    PolicyArn = Output.Format(
                        $"arn:{args.Environment.Partition}:iam::aws:policy/{ServicePolicy}{policy}"),
                }, new CustomResourceOptions { Parent = this });
        }

        PassRoles(name, args, role);
        return role;
    }

    // A restored server starts with the role of the one it takes the place of.
    private void PassRoles(string name, BackupArgs args, Iam.Role role) =>
        _ = new Iam.RolePolicy($"{name}-pass-roles", new Iam.RolePolicyArgs
        {
            Role = role.Id,
            Policy = Policy.Document(new PolicyStatement
            {
                Sid = "GiveServersTheirRole",
                Action = ["iam:PassRole"],
                Resource = [.. args.Roles.Select(server => (Input<string>)server.RoleArn)],
                Condition = new()
                {
                    ["StringEquals"] = new()
                    {
                        ["iam:PassedToService"] = args.Environment.ServicePrincipal("ec2"),
                    },
                },
            }),
        }, new CustomResourceOptions { Parent = this });

    private AwsBackup.Plan CreatePlan(
        string name, BackupArgs args, string zone, AwsBackup.Vault vault, AwsBackup.Vault? copy) =>
        new($"{name}-{zone}", new AwsBackup.PlanArgs
        {
            Rules =
            {
                new AwsBackup.Inputs.PlanRuleArgs
                {
                    RuleName = "daily",
                    TargetVaultName = vault.Name,
                    Schedule = args.Plan.ScheduleOf(zone),
                    StartWindow = StartWindowMinutes,
                    CompletionWindow = CompletionWindowMinutes,
                    Lifecycle = new AwsBackup.Inputs.PlanRuleLifecycleArgs
                    {
                        DeleteAfter = args.Plan.RetentionDays,
                    },
                    CopyActions = copy is null ? [] : CopyTo(args, copy),
                },
            },
            AdvancedBackupSettings =
            {
                new AwsBackup.Inputs.PlanAdvancedBackupSettingArgs
                {
                    ResourceType = "EC2",
                    BackupOptions = { ["WindowsVSS"] = "enabled" },
                },
            },
            Tags = args.Tags.Named("backup"),
        }, new CustomResourceOptions { Parent = this });

    private static InputList<AwsBackup.Inputs.PlanRuleCopyActionArgs> CopyTo(
        BackupArgs args, AwsBackup.Vault copy) =>
        [
            new AwsBackup.Inputs.PlanRuleCopyActionArgs
            {
                DestinationVaultArn = copy.Arn,
                Lifecycle = new AwsBackup.Inputs.PlanRuleCopyActionLifecycleArgs
                {
                    DeleteAfter = args.Plan.RetentionDays,
                },
            },
        ];

    // By ARN and not by tag: what somebody tags is not backed up at our cost, and nothing is left out by a
    // missing tag. One for each server, for a selection cannot be changed.
    private void Select(
        string name, BackupArgs args, AwsBackup.Plan plan, Iam.Role role, IReadOnlyList<HostPlan> servers)
    {
        foreach (var host in servers)
        {
            _ = new AwsBackup.Selection($"{name}-{host.Name.ToLowerInvariant()}", new AwsBackup.SelectionArgs
            {
                PlanId = plan.Id,
                IamRoleArn = role.Arn,
                Resources = args.Environment.Arn(
                    "ec2", Output.Format($"instance/{args.Servers[host.Name].InstanceId}")),
            }, new CustomResourceOptions { Parent = this });
        }
    }

    private void InstallVss(string name, BackupArgs args)
    {
        foreach (var role in args.Roles)
        {
            _ = new Iam.RolePolicyAttachment($"{name}-vss-{role.Tier}", new Iam.RolePolicyAttachmentArgs
            {
                Role = role.RoleName,
                PolicyArn = Output.Format(
                    $"arn:{args.Environment.Partition}:iam::aws:policy/AWSEC2VssSnapshotPolicy"),
            }, new CustomResourceOptions { Parent = this });
        }

        foreach (var host in args.Plan.Servers)
        {
            _ = AgentPackage.Install($"{name}-vss-{host.Name.ToLowerInvariant()}", new AgentPackageArgs
            {
                Package = "AwsVssComponents",
                InstanceId = args.Servers[host.Name].InstanceId,
                Ready = args.Ready,
                Registered = args.Registered,
                Tags = args.Tags,
            }, this);
        }
    }

    private void CreateAlarm(string name, BackupArgs args, AwsBackup.Vault vault) =>
        _ = new CloudWatch.MetricAlarm($"{name}-alarm", new CloudWatch.MetricAlarmArgs
        {
            AlarmDescription = "A backup failed. See the jobs of the vault in AWS Backup, and on the server "
                + "vssadmin list writers.",
            Namespace = "AWS/Backup",
            MetricName = "NumberOfBackupJobsFailed",
            Dimensions = { ["BackupVaultName"] = vault.Name },
            Statistic = "Sum",
            ComparisonOperator = "GreaterThanThreshold",
            Threshold = 0,
            Period = SecondsPerDay,
            EvaluationPeriods = 1,
            TreatMissingData = "notBreaching",
            AlarmActions = { args.AlarmTopicArn },
            Tags = args.Tags.Named("backup"),
        }, new CustomResourceOptions { Parent = this });
}
