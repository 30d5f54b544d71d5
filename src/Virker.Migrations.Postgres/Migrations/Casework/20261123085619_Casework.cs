using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Virker.Migrations.Postgres.Migrations.Casework
{
    /// <inheritdoc />
    public partial class Casework : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                    end_reason = table.Column<string>(type: "text", nullable: true)
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
                name: "ix_assessments_citizen_id_version",
                table: "assessments",
                columns: new[] { "citizen_id", "version" },
                unique: true);

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
                name: "ix_job_goals_citizen_id",
                table: "job_goals",
                column: "citizen_id");

            migrationBuilder.CreateIndex(
                name: "ix_journal_citizen_id",
                table: "journal",
                column: "citizen_id");

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
                name: "assessments");

            migrationBuilder.DropTable(
                name: "conversations");

            migrationBuilder.DropTable(
                name: "employer_contacts");

            migrationBuilder.DropTable(
                name: "hours_imports");

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
                name: "plan_items");

            migrationBuilder.DropTable(
                name: "primary_contacts");

            migrationBuilder.DropTable(
                name: "register_months");

            migrationBuilder.DropTable(
                name: "reported_weeks");

            migrationBuilder.DropTable(
                name: "spells");

            migrationBuilder.DropTable(
                name: "tasks");

            migrationBuilder.DropTable(
                name: "workplace_occupations");

            migrationBuilder.DropTable(
                name: "placements");

            migrationBuilder.DropTable(
                name: "citizens");

            migrationBuilder.DropTable(
                name: "workplaces");

            migrationBuilder.DropTable(
                name: "companies");
        }
    }
}
