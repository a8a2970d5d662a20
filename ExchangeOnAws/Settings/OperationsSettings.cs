namespace ExchangeOnAws.Settings;

/// <summary>AWS Backup of servers and volumes.</summary>
public sealed record BackupSettings
{
    [Setting("Back up domain controllers, members and Edge servers.")]
    public bool Enabled { get; init; } = true;

    [Setting("When backups of the first zone start, as an AWS cron expression in UTC with one number for "
        + "the hour; other zones follow two hours later each, so that copies of one database are not backed "
        + "up "
        + "at one time.", Form = SettingForm.ScheduleExpression)]
    public string Schedule { get; init; } = "cron(0 20 * * ? *)";

    [Setting("Days for which a backup is kept.", Minimum = 1, Maximum = 36500)]
    public int RetentionDays { get; init; } = 35;

    [Setting("Nobody can delete a backup before its retention ends (AWS Backup Vault Lock, governance "
        + "mode).")]
    public bool VaultLock { get; init; }

    [Setting("A second region that receives a copy of every backup.", Example = "eu-central-1",
        DerivedDefault = "no copy", Form = SettingForm.Region)]
    public string? CopyRegion { get; init; }
}

/// <summary>Alarms, logs and dashboards.</summary>
public sealed record MonitoringSettings
{
    [Setting("E-mail addresses that receive alarms; each confirms its subscription once.",
        Example = "[exchange-admins@example.com]", Form = SettingForm.EmailAddress)]
    public IReadOnlyList<string> AlarmEmails { get; init; } = [];

    [Setting("Days for which logs are kept.", Minimum = 1, Maximum = 3653)]
    public int LogRetentionDays { get; init; } = 90;

    [Setting("Register the deployment with CloudWatch Application Insights; what it watches is chosen in its "
        + "console, since its agents' configuration would replace this one.")]
    public bool ApplicationInsights { get; init; }
}

/// <summary>Windows and Exchange updates, one DAG member at a time.</summary>
public sealed record PatchingSettings
{
    [Setting("Install updates in a maintenance window.")]
    public bool Enabled { get; init; } = true;

    [Setting("When the first zone's window opens, as an AWS cron expression; "
        + "other zones follow on later days.",
        Form = SettingForm.ScheduleExpression)]
    public string Schedule { get; init; } = "cron(0 2 ? * SUN *)";

    [Setting("Time zone of the schedule.")]
    public string TimeZone { get; init; } = "UTC";

    [Setting("Days after release before an update is installed.", Minimum = 0, Maximum = 100)]
    public int ApproveAfterDays { get; init; } = 7;
}

/// <summary>What stands between a mistake and the mail.</summary>
public sealed record ProtectionSettings
{
    [Setting("Protect stateful resources from deletion, in Pulumi and in AWS; "
        + "keep them when the stack is destroyed.")]
    public bool DeletionProtection { get; init; } = true;

    [Setting("Days for which a deleted encryption key can be recovered.", Minimum = 7, Maximum = 30,
        RangeReason = "KMS allows 7 to 30")]
    public int KeyDeletionWindowDays { get; init; } = 30;

    [Setting("Logical names of resources with data that the next change may replace or remove; any other is "
        + "an error of plan diff.", Example = "[mailbox-exa1-volume-log]")]
    public IReadOnlyList<string> AllowReplacement { get; init; } = [];
}
