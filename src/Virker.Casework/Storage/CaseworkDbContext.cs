using Microsoft.EntityFrameworkCore;
using Virker.Casework.Assessments;
using Virker.Casework.Beliefs;
using Virker.Casework.Caseload;
using Virker.Casework.Caseload.Allocations;
using Virker.Casework.Citizens;
using Virker.Casework.Conversations;
using Virker.Casework.CoreElements;
using Virker.Casework.Employers;
using Virker.Casework.Fidelity;
using Virker.Casework.Ips;
using Virker.Casework.Options;
using Virker.Casework.PaidHours;
using Virker.Casework.PersonalLinks;
using Virker.Casework.Placements;
using Virker.Casework.Plans;
using Virker.Casework.Progress;
using Virker.Casework.Tasks;
using Virker.Platform.Storage;

namespace Virker.Casework.Storage;

/// <summary>The tables of casework in one municipality's database.</summary>
public sealed class CaseworkDbContext(DbContextOptions<CaseworkDbContext> options) : MunicipalityDbContext(options)
{
    public DbSet<Citizen> Citizens => Set<Citizen>();
    public DbSet<NameWord> NameWords => Set<NameWord>();
    public DbSet<JobGoal> JobGoals => Set<JobGoal>();
    public DbSet<Spell> Spells => Set<Spell>();
    public DbSet<PrimaryContact> PrimaryContacts => Set<PrimaryContact>();
    public DbSet<JournalNote> Journal => Set<JournalNote>();
    public DbSet<Conversation> Conversations => Set<Conversation>();
    public DbSet<Assessment> Assessments => Set<Assessment>();
    public DbSet<OptionChoice> OptionChoices => Set<OptionChoice>();
    public DbSet<PlanItem> PlanItems => Set<PlanItem>();
    public DbSet<Placement> Placements => Set<Placement>();
    public DbSet<PaidHoursStep> PaidHoursSteps => Set<PaidHoursStep>();
    public DbSet<ReportedWeek> ReportedWeeks => Set<ReportedWeek>();
    public DbSet<RegisterMonth> RegisterMonths => Set<RegisterMonth>();
    public DbSet<HoursImport> HoursImports => Set<HoursImport>();
    public DbSet<Milestone> Milestones => Set<Milestone>();
    public DbSet<Company> Companies => Set<Company>();
    public DbSet<Workplace> Workplaces => Set<Workplace>();
    public DbSet<WorkplaceOccupation> WorkplaceOccupations => Set<WorkplaceOccupation>();
    public DbSet<EmployerContact> EmployerContacts => Set<EmployerContact>();
    public DbSet<OccupationBalance> OccupationBalances => Set<OccupationBalance>();
    public DbSet<CaseTask> Tasks => Set<CaseTask>();
    public DbSet<Measurement> Measurements => Set<Measurement>();
    public DbSet<ProgressAnswer> ProgressAnswers => Set<ProgressAnswer>();
    public DbSet<PersonalLink> PersonalLinks => Set<PersonalLink>();
    public DbSet<Belief> Beliefs => Set<Belief>();
    public DbSet<Exemption> Exemptions => Set<Exemption>();
    public DbSet<FidelityReview> FidelityReviews => Set<FidelityReview>();
    public DbSet<FidelityScore> FidelityScores => Set<FidelityScore>();
    public DbSet<IpsCourse> IpsCourses => Set<IpsCourse>();
    public DbSet<IpsConsent> IpsConsents => Set<IpsConsent>();
    public DbSet<IpsContact> IpsContacts => Set<IpsContact>();
    public DbSet<IpsJob> IpsJobs => Set<IpsJob>();
    public DbSet<IpsProfile> IpsProfiles => Set<IpsProfile>();
    public DbSet<IpsAdvice> IpsAdvice => Set<IpsAdvice>();
    public DbSet<IpsTeamMeeting> IpsTeamMeetings => Set<IpsTeamMeeting>();

    public DbSet<CaseNeeds> CaseNeeds => Set<CaseNeeds>();
    public DbSet<WorkTerms> WorkTerms => Set<WorkTerms>();
    public DbSet<CaseloadRule> CaseloadRules => Set<CaseloadRule>();
    public DbSet<AllocationRun> AllocationRuns => Set<AllocationRun>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Citizen>(citizen =>
        {
            citizen.HasIndex(c => c.CprIndex).IsUnique();
            citizen.HasIndex(c => c.PrimaryContactId);
            citizen.HasIndex(c => c.WishedOccupation);
        });
        modelBuilder.Entity<NameWord>(word =>
        {
            word.HasKey(w => new { w.Word, w.CitizenId });
            word.HasIndex(w => w.CitizenId);
            // Searched by range, so it must be ordered letter by letter on both databases.
            if (Database.IsNpgsql())
                word.Property(w => w.Word).UseCollation("C");
        });
        OfCitizen<JobGoal>(modelBuilder, g => g.CitizenId);
        OfCitizen<Spell>(modelBuilder, s => s.CitizenId);
        OfCitizen<PrimaryContact>(modelBuilder, p => p.CitizenId);
        OfCitizen<JournalNote>(modelBuilder, n => n.CitizenId);
        OfCitizen<Conversation>(modelBuilder, c => c.CitizenId);
        OfCitizen<Assessment>(modelBuilder, a => a.CitizenId);
        OfCitizen<OptionChoice>(modelBuilder, o => o.CitizenId);
        OfCitizen<PlanItem>(modelBuilder, p => p.CitizenId);
        OfCitizen<Placement>(modelBuilder, p => p.CitizenId);
        modelBuilder.Entity<Assessment>().HasIndex(a => new { a.CitizenId, a.Version }).IsUnique();
        modelBuilder
            .Entity<Conversation>()
            .HasIndex(c => new
            {
                c.WorkerId,
                c.State,
                c.On,
            });
        modelBuilder.Entity<Placement>(placement =>
        {
            placement.HasIndex(p => p.WorkplaceId);
            placement
                .HasOne<Workplace>()
                .WithMany()
                .HasForeignKey(p => p.WorkplaceId)
                .OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<PaidHoursStep>(step =>
        {
            step.HasKey(s => new { s.PlacementId, s.From });
            step.HasOne<Placement>().WithMany().HasForeignKey(s => s.PlacementId);
        });
        modelBuilder.Entity<ReportedWeek>(week =>
        {
            week.HasKey(w => new
            {
                w.CitizenId,
                w.Cvr,
                w.Week,
            });
            week.HasOne<Citizen>().WithMany().HasForeignKey(w => w.CitizenId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<RegisterMonth>(month =>
        {
            month.HasKey(m => new
            {
                m.CitizenId,
                m.Cvr,
                m.Month,
            });
            month.HasOne<Citizen>().WithMany().HasForeignKey(m => m.CitizenId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Milestone>(milestone =>
        {
            milestone.HasKey(m => new { m.CitizenId, m.Kind });
            milestone.HasOne<Citizen>().WithMany().HasForeignKey(m => m.CitizenId).OnDelete(DeleteBehavior.Restrict);
            milestone.HasIndex(m => m.SeenAt);
        });
        modelBuilder.Entity<Company>(company =>
        {
            company.HasIndex(c => c.Cvr).IsUnique();
            company.Property(c => c.SearchWords).UsePropertyAccessMode(PropertyAccessMode.Property);
        });
        modelBuilder.Entity<Workplace>(workplace =>
        {
            workplace.HasIndex(w => w.PNumber).IsUnique();
            workplace.HasIndex(w => w.OwnerId);
            workplace.Property(w => w.SearchWords).UsePropertyAccessMode(PropertyAccessMode.Property);
            workplace.HasOne<Company>().WithMany().HasForeignKey(w => w.CompanyId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<WorkplaceOccupation>(occupation =>
        {
            occupation.HasKey(o => new { o.WorkplaceId, o.Occupation });
            occupation.HasIndex(o => o.Occupation);
        });
        modelBuilder.Entity<OccupationBalance>().HasKey(b => new { b.Edition, b.Occupation });
        modelBuilder.Entity<EmployerContact>().HasIndex(c => new { c.WorkplaceId, c.On });
        modelBuilder.Entity<CaseTask>(task =>
        {
            task.ToTable("tasks");
            task.HasIndex(t => t.Key).IsUnique();
            task.HasIndex(t => new
            {
                t.OwnerId,
                t.DoneAt,
                t.Due,
            });
            task.HasIndex(t => t.CitizenId);
            task.HasIndex(t => t.AboutId);
        });
        OfCitizen<Measurement>(modelBuilder, m => m.CitizenId);
        modelBuilder.Entity<Measurement>().HasIndex(m => new { m.CitizenId, m.On }).IsUnique();
        OfCitizen<ProgressAnswer>(modelBuilder, a => a.CitizenId);
        modelBuilder
            .Entity<ProgressAnswer>()
            .HasOne<Measurement>()
            .WithMany()
            .HasForeignKey(a => a.MeasurementId)
            .OnDelete(DeleteBehavior.Restrict);
        OfCitizen<PersonalLink>(modelBuilder, l => l.CitizenId);
        modelBuilder.Entity<PersonalLink>().HasIndex(l => l.CodeIndex).IsUnique();
        OfCitizen<Belief>(modelBuilder, b => b.CitizenId);
        modelBuilder.Entity<Belief>().HasIndex(b => b.WorkerId);
        OfCitizen<Exemption>(modelBuilder, e => e.CitizenId);
        OfCitizen<CaseNeeds>(modelBuilder, n => n.CitizenId);
        modelBuilder.Entity<CaseNeeds>().HasKey(n => n.CitizenId);
        modelBuilder.Entity<WorkTerms>().HasKey(t => t.WorkerId);
        modelBuilder.Entity<CaseloadRule>().HasIndex(r => r.SetAt);
        modelBuilder.Entity<AllocationRun>().HasIndex(r => r.AskedAt);
        modelBuilder.Entity<FidelityReview>().HasIndex(r => new { r.TeamId, r.On });
        modelBuilder.Entity<FidelityScore>(score =>
        {
            score.HasKey(s => new { s.ReviewId, s.Item });
            score.HasOne<FidelityReview>().WithMany().HasForeignKey(s => s.ReviewId);
        });
        OfCitizen<IpsCourse>(modelBuilder, c => c.CitizenId);
        modelBuilder.Entity<IpsCourse>().HasIndex(c => c.WorkerId);
        OfCitizen<IpsProfile>(modelBuilder, p => p.CitizenId);
        OfCitizen<IpsAdvice>(modelBuilder, a => a.CitizenId);
        modelBuilder.Entity<IpsTeamMeeting>().HasIndex(m => m.On);
        OfCitizen<IpsConsent>(modelBuilder, c => c.CitizenId);
        modelBuilder.Entity<IpsConsent>().HasIndex(c => c.UnitId);
        OfCitizen<IpsContact>(modelBuilder, c => c.CitizenId);
        modelBuilder
            .Entity<IpsContact>()
            .HasOne<IpsCourse>()
            .WithMany()
            .HasForeignKey(c => c.CourseId)
            .OnDelete(DeleteBehavior.Restrict);
        OfCitizen<IpsJob>(modelBuilder, j => j.CitizenId);
        modelBuilder
            .Entity<IpsJob>()
            .HasOne<IpsCourse>()
            .WithMany()
            .HasForeignKey(j => j.CourseId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    private static void OfCitizen<T>(ModelBuilder model, System.Linq.Expressions.Expression<Func<T, object?>> citizen)
        where T : class =>
        model.Entity<T>().HasOne<Citizen>().WithMany().HasForeignKey(citizen).OnDelete(DeleteBehavior.Restrict);
}
