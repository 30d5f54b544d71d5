using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Virker.Migrations.Postgres.Migrations.Casework
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "allocation_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    team_id = table.Column<Guid>(type: "uuid", nullable: true),
                    leaving = table.Column<string>(type: "text", nullable: false),
                    ceiling = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    proposal = table.Column<string>(type: "text", nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_allocation_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "caseload_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ceiling = table.Column<int>(type: "integer", nullable: false),
                    complex = table.Column<int>(type: "integer", nullable: true),
                    very_complex = table.Column<int>(type: "integer", nullable: true),
                    new_percent = table.Column<int>(type: "integer", nullable: false),
                    set_by = table.Column<Guid>(type: "uuid", nullable: false),
                    set_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_caseload_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "citizens",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cpr = table.Column<byte[]>(type: "bytea", nullable: false),
                    cpr_index = table.Column<byte[]>(type: "bytea", nullable: false),
                    first_names = table.Column<string>(type: "text", nullable: false),
                    last_name = table.Column<string>(type: "text", nullable: false),
                    born_on = table.Column<DateOnly>(type: "date", nullable: false),
                    is_address_protected = table.Column<bool>(type: "boolean", nullable: false),
                    address = table.Column<string>(type: "text", nullable: true),
                    protected_address = table.Column<byte[]>(type: "bytea", nullable: true),
                    postal_code = table.Column<string>(type: "text", nullable: true),
                    city = table.Column<string>(type: "text", nullable: true),
                    phone = table.Column<string>(type: "text", nullable: true),
                    email = table.Column<string>(type: "text", nullable: true),
                    east = table.Column<int>(type: "integer", nullable: true),
                    north = table.Column<int>(type: "integer", nullable: true),
                    job_goal = table.Column<string>(type: "text", nullable: true),
                    wished_occupation = table.Column<string>(type: "text", nullable: true),
                    target_group = table.Column<string>(type: "text", nullable: true),
                    primary_contact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_citizens", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "companies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cvr = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    is_public = table.Column<bool>(type: "boolean", nullable: false),
                    is_closed = table.Column<bool>(type: "boolean", nullable: false),
                    search_words = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_companies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "employer_contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workplace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    worker_id = table.Column<Guid>(type: "uuid", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employer_contacts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fidelity_reviews",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    team_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    written_by = table.Column<Guid>(type: "uuid", nullable: false),
                    written_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fidelity_reviews", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hours_imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    worker_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_month = table.Column<DateOnly>(type: "date", nullable: false),
                    last_month = table.Column<DateOnly>(type: "date", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    added = table.Column<int>(type: "integer", nullable: false),
                    changed = table.Column<int>(type: "integer", nullable: false),
                    unchanged = table.Column<int>(type: "integer", nullable: false),
                    unknown_citizens = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hours_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ips_team_meetings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    worker_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ips_team_meetings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "name_words",
                columns: table => new
                {
                    word = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_name_words", x => new { x.word, x.citizen_id });
                });

            migrationBuilder.CreateTable(
                name: "occupation_balances",
                columns: table => new
                {
                    edition = table.Column<DateOnly>(type: "date", nullable: false),
                    occupation = table.Column<string>(type: "text", nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    source_url = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_occupation_balances", x => new { x.edition, x.occupation });
                });

            migrationBuilder.CreateTable(
                name: "tasks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    about_id = table.Column<Guid>(type: "uuid", nullable: true),
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: true),
                    workplace_id = table.Column<Guid>(type: "uuid", nullable: true),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    snoozed_to = table.Column<DateOnly>(type: "date", nullable: true),
                    words = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    done_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    done_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tasks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_terms",
                columns: table => new
                {
                    worker_id = table.Column<Guid>(type: "uuid", nullable: false),
                    percent = table.Column<int>(type: "integer", nullable: false),
                    languages = table.Column<string>(type: "text", nullable: false),
                    areas = table.Column<string>(type: "text", nullable: false),
                    began_on = table.Column<DateOnly>(type: "date", nullable: true),
                    away_from = table.Column<DateOnly>(type: "date", nullable: true),
                    away_to = table.Column<DateOnly>(type: "date", nullable: true),
                    cover_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_terms", x => x.worker_id);
                });

            migrationBuilder.CreateTable(
                name: "workplace_occupations",
                columns: table => new
                {
                    workplace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    occupation = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workplace_occupations", x => new { x.workplace_id, x.occupation });
                });

            migrationBuilder.CreateTable(
                name: "assessments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    citizen_words = table.Column<byte[]>(type: "bytea", nullable: true),
                    worker_words = table.Column<byte[]>(type: "bytea", nullable: true),
                    resources = table.Column<string>(type: "text", nullable: false),
                    wishes = table.Column<string>(type: "text", nullable: false),
                    barriers = table.Column<string>(type: "text", nullable: false),
                    work_history = table.Column<string>(type: "text", nullable: true),
                    has_education = table.Column<bool>(type: "boolean", nullable: true),
                    wants_to_work = table.Column<bool>(type: "boolean", nullable: true),
                    health_consent_on = table.Column<DateOnly>(type: "date", nullable: true),
                    health = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessments", x => x.id);
                    table.ForeignKey(
                        name: "fk_assessments_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "beliefs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    worker_id = table.Column<Guid>(type: "uuid", nullable: false),
                    percent = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_beliefs", x => x.id);
                    table.ForeignKey(
                        name: "fk_beliefs_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_needs",
                columns: table => new
                {
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<string>(type: "text", nullable: true),
                    language = table.Column<string>(type: "text", nullable: true),
                    is_bound = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_needs", x => x.citizen_id);
                    table.ForeignKey(
                        name: "fk_case_needs_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "conversations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    worker_id = table.Column<Guid>(type: "uuid", nullable: false),
                    citizen_words = table.Column<byte[]>(type: "bytea", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true),
                    next_step = table.Column<string>(type: "text", nullable: true),
                    next_step_by = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conversations", x => x.id);
                    table.ForeignKey(
                        name: "fk_conversations_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "exemptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exemptions", x => x.id);
                    table.ForeignKey(
                        name: "fk_exemptions_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ips_advice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    adviser = table.Column<string>(type: "text", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ips_advice", x => x.id);
                    table.ForeignKey(
                        name: "fk_ips_advice_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ips_consents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    given_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ips_consents", x => x.id);
                    table.ForeignKey(
                        name: "fk_ips_consents_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ips_courses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    raised_by = table.Column<string>(type: "text", nullable: false),
                    raised_on = table.Column<DateOnly>(type: "date", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: false),
                    was_in_work = table.Column<bool>(type: "boolean", nullable: false),
                    worker_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day_zero = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ips_courses", x => x.id);
                    table.ForeignKey(
                        name: "fk_ips_courses_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ips_profiles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    health = table.Column<byte[]>(type: "bytea", nullable: true),
                    openness = table.Column<string>(type: "text", nullable: false),
                    written_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    written_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ips_profiles", x => x.id);
                    table.ForeignKey(
                        name: "fk_ips_profiles_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "job_goals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    occupation = table.Column<string>(type: "text", nullable: true),
                    said_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_goals", x => x.id);
                    table.ForeignKey(
                        name: "fk_job_goals_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "journal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    written_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<byte[]>(type: "bytea", nullable: false),
                    corrects = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal", x => x.id);
                    table.ForeignKey(
                        name: "fk_journal_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "measurements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measurements", x => x.id);
                    table.ForeignKey(
                        name: "fk_measurements_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "milestones",
                columns: table => new
                {
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    week = table.Column<DateOnly>(type: "date", nullable: false),
                    seen_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    definition = table.Column<string>(type: "text", nullable: false),
                    corrected_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_milestones", x => new { x.citizen_id, x.kind });
                    table.ForeignKey(
                        name: "fk_milestones_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "option_choices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    chosen_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    worker_id = table.Column<Guid>(type: "uuid", nullable: false),
                    intervention = table.Column<string>(type: "text", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    bank_version = table.Column<int>(type: "integer", nullable: false),
                    shown = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_option_choices", x => x.id);
                    table.ForeignKey(
                        name: "fk_option_choices_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "personal_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    code_index = table.Column<byte[]>(type: "bytea", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_personal_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_personal_links_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    intervention = table.Column<string>(type: "text", nullable: true),
                    title = table.Column<string>(type: "text", nullable: false),
                    is_job_directed = table.Column<bool>(type: "boolean", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    added_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_plan_items_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "primary_contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    worker_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_primary_contacts", x => x.id);
                    table.ForeignKey(
                        name: "fk_primary_contacts_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "register_months",
                columns: table => new
                {
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cvr = table.Column<string>(type: "text", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    wage = table.Column<long>(type: "bigint", nullable: true),
                    is_estimated = table.Column<bool>(type: "boolean", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_register_months", x => new { x.citizen_id, x.cvr, x.month });
                    table.ForeignKey(
                        name: "fk_register_months_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reported_weeks",
                columns: table => new
                {
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cvr = table.Column<string>(type: "text", nullable: false),
                    week = table.Column<DateOnly>(type: "date", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reported_weeks", x => new { x.citizen_id, x.cvr, x.week });
                    table.ForeignKey(
                        name: "fk_reported_weeks_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "spells",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    target_group = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<string>(type: "text", nullable: true),
                    end_kind = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_spells", x => x.id);
                    table.ForeignKey(
                        name: "fk_spells_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "workplaces",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    p_number = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: true),
                    postal_code = table.Column<string>(type: "text", nullable: true),
                    city = table.Column<string>(type: "text", nullable: true),
                    east = table.Column<int>(type: "integer", nullable: true),
                    north = table.Column<int>(type: "integer", nullable: true),
                    industry = table.Column<string>(type: "text", nullable: false),
                    industry_version = table.Column<string>(type: "text", nullable: false),
                    employees = table.Column<int>(type: "integer", nullable: true),
                    employees_counted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    cooperation = table.Column<string>(type: "text", nullable: false),
                    last_contact_on = table.Column<DateOnly>(type: "date", nullable: true),
                    contact_person = table.Column<string>(type: "text", nullable: true),
                    contact_phone = table.Column<string>(type: "text", nullable: true),
                    open_places = table.Column<int>(type: "integer", nullable: false),
                    offers_paid_hours = table.Column<bool>(type: "boolean", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    search_words = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workplaces", x => x.id);
                    table.ForeignKey(
                        name: "fk_workplaces_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "fidelity_scores",
                columns: table => new
                {
                    review_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item = table.Column<int>(type: "integer", nullable: false),
                    score = table.Column<int>(type: "integer", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fidelity_scores", x => new { x.review_id, x.item });
                    table.ForeignKey(
                        name: "fk_fidelity_scores_fidelity_reviews_review_id",
                        column: x => x.review_id,
                        principalTable: "fidelity_reviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ips_contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    employer = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    is_in_person = table.Column<bool>(type: "boolean", nullable: false),
                    is_wished = table.Column<bool>(type: "boolean", nullable: false),
                    worker_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ips_contacts", x => x.id);
                    table.ForeignKey(
                        name: "fk_ips_contacts_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ips_contacts_ips_courses_course_id",
                        column: x => x.course_id,
                        principalTable: "ips_courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ips_jobs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    employer = table.Column<string>(type: "text", nullable: false),
                    industry = table.Column<string>(type: "text", nullable: true),
                    pay = table.Column<string>(type: "text", nullable: false),
                    weekly_minutes = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ips_jobs", x => x.id);
                    table.ForeignKey(
                        name: "fk_ips_jobs_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ips_jobs_ips_courses_course_id",
                        column: x => x.course_id,
                        principalTable: "ips_courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "progress_answers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    measurement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: false),
                    side = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<byte[]>(type: "bytea", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_progress_answers", x => x.id);
                    table.ForeignKey(
                        name: "fk_progress_answers_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_progress_answers_measurements_measurement_id",
                        column: x => x.measurement_id,
                        principalTable: "measurements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "placements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    workplace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    target_group = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    weekly_minutes = table.Column<int>(type: "integer", nullable: false),
                    tasks = table.Column<string>(type: "text", nullable: false),
                    paid_tasks = table.Column<string>(type: "text", nullable: true),
                    mentor_name = table.Column<string>(type: "text", nullable: true),
                    mentor_minutes = table.Column<int>(type: "integer", nullable: true),
                    supported_by = table.Column<Guid>(type: "uuid", nullable: true),
                    follow_up_weeks = table.Column<int>(type: "integer", nullable: false),
                    has_statement = table.Column<bool>(type: "boolean", nullable: true),
                    extension_reason = table.Column<string>(type: "text", nullable: true),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    started_by = table.Column<Guid>(type: "uuid", nullable: false),
                    rule_messages = table.Column<string>(type: "text", nullable: false),
                    warnings_answered = table.Column<string>(type: "text", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<string>(type: "text", nullable: true),
                    was_hired = table.Column<bool>(type: "boolean", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_placements", x => x.id);
                    table.ForeignKey(
                        name: "fk_placements_citizens_citizen_id",
                        column: x => x.citizen_id,
                        principalTable: "citizens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_placements_workplaces_workplace_id",
                        column: x => x.workplace_id,
                        principalTable: "workplaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "paid_hours_steps",
                columns: table => new
                {
                    placement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    weekly_minutes = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paid_hours_steps", x => new { x.placement_id, x.from });
                    table.ForeignKey(
                        name: "fk_paid_hours_steps_placements_placement_id",
                        column: x => x.placement_id,
                        principalTable: "placements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_allocation_runs_asked_at",
                table: "allocation_runs",
                column: "asked_at");

            migrationBuilder.CreateIndex(
                name: "ix_assessments_citizen_id_version",
                table: "assessments",
                columns: new[] { "citizen_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_beliefs_citizen_id",
                table: "beliefs",
                column: "citizen_id");

            migrationBuilder.CreateIndex(
                name: "ix_beliefs_worker_id",
                table: "beliefs",
                column: "worker_id");

            migrationBuilder.CreateIndex(
                name: "ix_caseload_rules_set_at",
                table: "caseload_rules",
                column: "set_at");

            migrationBuilder.CreateIndex(
                name: "ix_citizens_cpr_index",
                table: "citizens",
                column: "cpr_index",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_citizens_primary_contact_id",
                table: "citizens",
                column: "primary_contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_citizens_wished_occupation",
                table: "citizens",
                column: "wished_occupation");

            migrationBuilder.CreateIndex(
                name: "ix_companies_cvr",
                table: "companies",
                column: "cvr",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_conversations_citizen_id",
                table: "conversations",
                column: "citizen_id");

            migrationBuilder.CreateIndex(
                name: "ix_conversations_worker_id_state_on",
                table: "conversations",
                columns: new[] { "worker_id", "state", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_employer_contacts_workplace_id_on",
                table: "employer_contacts",
                columns: new[] { "workplace_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_exemptions_citizen_id",
                table: "exemptions",
                column: "citizen_id");

            migrationBuilder.CreateIndex(
                name: "ix_fidelity_reviews_team_id_on",
                table: "fidelity_reviews",
                columns: new[] { "team_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_ips_advice_citizen_id",
                table: "ips_advice",
                column: "citizen_id");

            migrationBuilder.CreateIndex(
                name: "ix_ips_consents_citizen_id",
                table: "ips_consents",
                column: "citizen_id");

            migrationBuilder.CreateIndex(
                name: "ix_ips_consents_unit_id",
                table: "ips_consents",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_ips_contacts_citizen_id",
                table: "ips_contacts",
                column: "citizen_id");

            migrationBuilder.CreateIndex(
                name: "ix_ips_contacts_course_id",
                table: "ips_contacts",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_ips_courses_citizen_id",
                table: "ips_courses",
                column: "citizen_id");

            migrationBuilder.CreateIndex(
                name: "ix_ips_courses_worker_id",
                table: "ips_courses",
                column: "worker_id");

            migrationBuilder.CreateIndex(
                name: "ix_ips_jobs_citizen_id",
                table: "ips_jobs",
                column: "citizen_id");

            migrationBuilder.CreateIndex(
                name: "ix_ips_jobs_course_id",
                table: "ips_jobs",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_ips_profiles_citizen_id",
                table: "ips_profiles",
                column: "citizen_id");

            migrationBuilder.CreateIndex(
                name: "ix_ips_team_meetings_on",
                table: "ips_team_meetings",
                column: "on");

            migrationBuilder.CreateIndex(
                name: "ix_job_goals_citizen_id",
                table: "job_goals",
                column: "citizen_id");

            migrationBuilder.CreateIndex(
                name: "ix_journal_citizen_id",
                table: "journal",
                column: "citizen_id");

            migrationBuilder.CreateIndex(
                name: "ix_measurements_citizen_id_on",
                table: "measurements",
                columns: new[] { "citizen_id", "on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_milestones_seen_at",
                table: "milestones",
                column: "seen_at");

            migrationBuilder.CreateIndex(
                name: "ix_name_words_citizen_id",
                table: "name_words",
                column: "citizen_id");

            migrationBuilder.CreateIndex(
                name: "ix_option_choices_citizen_id",
                table: "option_choices",
                column: "citizen_id");

            migrationBuilder.CreateIndex(
                name: "ix_personal_links_citizen_id",
                table: "personal_links",
                column: "citizen_id");

            migrationBuilder.CreateIndex(
                name: "ix_personal_links_code_index",
                table: "personal_links",
                column: "code_index",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_placements_citizen_id",
                table: "placements",
                column: "citizen_id");

            migrationBuilder.CreateIndex(
                name: "ix_placements_workplace_id",
                table: "placements",
                column: "workplace_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_items_citizen_id",
                table: "plan_items",
                column: "citizen_id");

            migrationBuilder.CreateIndex(
                name: "ix_primary_contacts_citizen_id",
                table: "primary_contacts",
                column: "citizen_id");

            migrationBuilder.CreateIndex(
                name: "ix_progress_answers_citizen_id",
                table: "progress_answers",
                column: "citizen_id");

            migrationBuilder.CreateIndex(
                name: "ix_progress_answers_measurement_id",
                table: "progress_answers",
                column: "measurement_id");

            migrationBuilder.CreateIndex(
                name: "ix_spells_citizen_id",
                table: "spells",
                column: "citizen_id");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_about_id",
                table: "tasks",
                column: "about_id");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_citizen_id",
                table: "tasks",
                column: "citizen_id");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_key",
                table: "tasks",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tasks_owner_id_done_at_due",
                table: "tasks",
                columns: new[] { "owner_id", "done_at", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_workplace_occupations_occupation",
                table: "workplace_occupations",
                column: "occupation");

            migrationBuilder.CreateIndex(
                name: "ix_workplaces_company_id",
                table: "workplaces",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_workplaces_owner_id",
                table: "workplaces",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_workplaces_p_number",
                table: "workplaces",
                column: "p_number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "allocation_runs");

            migrationBuilder.DropTable(
                name: "assessments");

            migrationBuilder.DropTable(
                name: "beliefs");

            migrationBuilder.DropTable(
                name: "case_needs");

            migrationBuilder.DropTable(
                name: "caseload_rules");

            migrationBuilder.DropTable(
                name: "conversations");

            migrationBuilder.DropTable(
                name: "employer_contacts");

            migrationBuilder.DropTable(
                name: "exemptions");

            migrationBuilder.DropTable(
                name: "fidelity_scores");

            migrationBuilder.DropTable(
                name: "hours_imports");

            migrationBuilder.DropTable(
                name: "ips_advice");

            migrationBuilder.DropTable(
                name: "ips_consents");

            migrationBuilder.DropTable(
                name: "ips_contacts");

            migrationBuilder.DropTable(
                name: "ips_jobs");

            migrationBuilder.DropTable(
                name: "ips_profiles");

            migrationBuilder.DropTable(
                name: "ips_team_meetings");

            migrationBuilder.DropTable(
                name: "job_goals");

            migrationBuilder.DropTable(
                name: "journal");

            migrationBuilder.DropTable(
                name: "milestones");

            migrationBuilder.DropTable(
                name: "name_words");

            migrationBuilder.DropTable(
                name: "occupation_balances");

            migrationBuilder.DropTable(
                name: "option_choices");

            migrationBuilder.DropTable(
                name: "paid_hours_steps");

            migrationBuilder.DropTable(
                name: "personal_links");

            migrationBuilder.DropTable(
                name: "plan_items");

            migrationBuilder.DropTable(
                name: "primary_contacts");

            migrationBuilder.DropTable(
                name: "progress_answers");

            migrationBuilder.DropTable(
                name: "register_months");

            migrationBuilder.DropTable(
                name: "reported_weeks");

            migrationBuilder.DropTable(
                name: "spells");

            migrationBuilder.DropTable(
                name: "tasks");

            migrationBuilder.DropTable(
                name: "work_terms");

            migrationBuilder.DropTable(
                name: "workplace_occupations");

            migrationBuilder.DropTable(
                name: "fidelity_reviews");

            migrationBuilder.DropTable(
                name: "ips_courses");

            migrationBuilder.DropTable(
                name: "placements");

            migrationBuilder.DropTable(
                name: "measurements");

            migrationBuilder.DropTable(
                name: "workplaces");

            migrationBuilder.DropTable(
                name: "citizens");

            migrationBuilder.DropTable(
                name: "companies");
        }
    }
}
