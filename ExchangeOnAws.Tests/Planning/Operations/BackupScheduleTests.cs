using ExchangeOnAws.Planning;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Planning;

public sealed class BackupScheduleTests
{
    [TestCase("cron(30 20 ? * SUN *)", 2, "cron(30 22 ? * SUN *)")]
    [TestCase("cron(0 23 * * ? *)", 2, "cron(0 1 * * ? *)")]
    [TestCase("cron(0 23 ? * * *)", 2, "cron(0 1 ? * * *)")]
    [TestCase("cron(0 23 ? * SUN *)", 2, "cron(0 1 ? * MON *)")]
    [TestCase("cron(0 22 ? * 7 *)", 4, "cron(0 2 ? * SUN *)")]
    [TestCase("cron(0 23 ? * MON-FRI *)", 2, "cron(0 1 ? * TUE,WED,THU,FRI,SAT *)")]
    [TestCase("cron(0 23 ? * FRI-SUN,TUE *)", 2, "cron(0 1 ? * SAT,SUN,MON,WED *)")]
    [TestCase("cron(0 20 1 * ? *)", 2, "cron(0 22 1 * ? *)")]
    [TestCase("cron(0 8,20 * * ? *)", 0, "cron(0 8,20 * * ? *)")]
    public void Later_zone_follows_the_earlier_one(string schedule, int hours, string later) =>
        Assert.That(BackupSchedule.Later(schedule, hours), Is.EqualTo(later));

    [TestCase("cron(0 23 31 * ? *)")]
    [TestCase("cron(0 23 L * ? *)")]
    [TestCase("cron(0 23 ? * 6L *)")]
    [TestCase("cron(0 23 ? 1-6 SUN *)")]
    [TestCase("cron(0 23 ? * SUN 2027)")]
    [TestCase("cron(0 8,20 * * ? *)")]
    public void What_no_expression_says_is_not_said(string schedule) =>
        Assert.That(BackupSchedule.Later(schedule, 2), Is.Null);
}
