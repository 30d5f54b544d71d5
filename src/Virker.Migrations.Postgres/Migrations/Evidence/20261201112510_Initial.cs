using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Virker.Migrations.Postgres.Migrations.Evidence
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "shared");

            migrationBuilder.CreateTable(
                name: "assessments",
                schema: "shared",
                columns: table => new
                {
                    row_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    to_version = table.Column<int>(type: "integer", nullable: true),
                    assessed_by_role = table.Column<string>(type: "text", nullable: false),
                    assessed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    quality = table.Column<string>(type: "text", nullable: false),
                    study_id = table.Column<string>(type: "text", nullable: false),
                    reason_da = table.Column<string>(type: "text", nullable: false),
                    reason_en = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessments", x => x.row_id);
                });

            migrationBuilder.CreateTable(
                name: "bank_versions",
                schema: "shared",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    entered_by = table.Column<string>(type: "text", nullable: false),
                    approved_by = table.Column<string>(type: "text", nullable: true),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    shipped_hash = table.Column<string>(type: "text", nullable: true),
                    note_da = table.Column<string>(type: "text", nullable: false),
                    note_en = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bank_versions", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "baselines",
                schema: "shared",
                columns: table => new
                {
                    row_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    to_version = table.Column<int>(type: "integer", nullable: true),
                    id = table.Column<string>(type: "text", nullable: false),
                    interventions = table.Column<string>(type: "text", nullable: false),
                    months = table.Column<decimal>(type: "numeric", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    percent = table.Column<decimal>(type: "numeric", nullable: false),
                    source_url = table.Column<string>(type: "text", nullable: false),
                    target_groups = table.Column<string>(type: "text", nullable: false),
                    text_da = table.Column<string>(type: "text", nullable: false),
                    text_en = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_baselines", x => x.row_id);
                });

            migrationBuilder.CreateTable(
                name: "conclusions",
                schema: "shared",
                columns: table => new
                {
                    row_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    to_version = table.Column<int>(type: "integer", nullable: true),
                    basis_studies = table.Column<string>(type: "text", nullable: false),
                    concluded_on = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    interventions = table.Column<string>(type: "text", nullable: false),
                    may_enter_impact_calculations = table.Column<string>(type: "text", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    source_url = table.Column<string>(type: "text", nullable: false),
                    strength = table.Column<string>(type: "text", nullable: false),
                    target_groups = table.Column<string>(type: "text", nullable: false),
                    advice_da = table.Column<string>(type: "text", nullable: false),
                    advice_en = table.Column<string>(type: "text", nullable: false),
                    concluded_by_da = table.Column<string>(type: "text", nullable: false),
                    concluded_by_en = table.Column<string>(type: "text", nullable: false),
                    differs_note_da = table.Column<string>(type: "text", nullable: false),
                    differs_note_en = table.Column<string>(type: "text", nullable: false),
                    heading_da = table.Column<string>(type: "text", nullable: false),
                    heading_en = table.Column<string>(type: "text", nullable: false),
                    impact_note_da = table.Column<string>(type: "text", nullable: false),
                    impact_note_en = table.Column<string>(type: "text", nullable: false),
                    source_note_da = table.Column<string>(type: "text", nullable: false),
                    source_note_en = table.Column<string>(type: "text", nullable: false),
                    text_da = table.Column<string>(type: "text", nullable: false),
                    text_en = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conclusions", x => x.row_id);
                });

            migrationBuilder.CreateTable(
                name: "cues",
                schema: "shared",
                columns: table => new
                {
                    row_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    to_version = table.Column<int>(type: "integer", nullable: true),
                    basis_studies = table.Column<string>(type: "text", nullable: false),
                    confidence = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    interventions = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    source_url = table.Column<string>(type: "text", nullable: false),
                    target_groups = table.Column<string>(type: "text", nullable: false),
                    text_da = table.Column<string>(type: "text", nullable: false),
                    text_en = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cues", x => x.row_id);
                });

            migrationBuilder.CreateTable(
                name: "findings",
                schema: "shared",
                columns: table => new
                {
                    row_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    to_version = table.Column<int>(type: "integer", nullable: true),
                    age = table.Column<string>(type: "text", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    ci_high = table.Column<decimal>(type: "numeric", nullable: true),
                    ci_low = table.Column<decimal>(type: "numeric", nullable: true),
                    comparator = table.Column<string>(type: "text", nullable: false),
                    direction = table.Column<string>(type: "text", nullable: false),
                    education = table.Column<string>(type: "text", nullable: false),
                    effect_type = table.Column<string>(type: "text", nullable: false),
                    estimate = table.Column<decimal>(type: "numeric", nullable: true),
                    estimate_unit = table.Column<string>(type: "text", nullable: false),
                    events_control = table.Column<int>(type: "integer", nullable: true),
                    events_treated = table.Column<int>(type: "integer", nullable: true),
                    follow_up = table.Column<string>(type: "text", nullable: false),
                    follow_up_months = table.Column<decimal>(type: "numeric", nullable: true),
                    gender = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    intervention_original = table.Column<string>(type: "text", nullable: false),
                    interventions = table.Column<string>(type: "text", nullable: false),
                    measure = table.Column<string>(type: "text", nullable: false),
                    n_control = table.Column<int>(type: "integer", nullable: true),
                    n_treated = table.Column<int>(type: "integer", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    outcome_original = table.Column<string>(type: "text", nullable: false),
                    pool = table.Column<string>(type: "text", nullable: false),
                    se = table.Column<decimal>(type: "numeric", nullable: true),
                    significant = table.Column<string>(type: "text", nullable: false),
                    source_url = table.Column<string>(type: "text", nullable: false),
                    study_id = table.Column<string>(type: "text", nullable: false),
                    target_group_original = table.Column<string>(type: "text", nullable: false),
                    target_groups = table.Column<string>(type: "text", nullable: false),
                    basis_note_da = table.Column<string>(type: "text", nullable: false),
                    basis_note_en = table.Column<string>(type: "text", nullable: false),
                    note_da = table.Column<string>(type: "text", nullable: false),
                    note_en = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_findings", x => x.row_id);
                });

            migrationBuilder.CreateTable(
                name: "pools",
                schema: "shared",
                columns: table => new
                {
                    row_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    to_version = table.Column<int>(type: "integer", nullable: true),
                    ci_high = table.Column<decimal>(type: "numeric", nullable: true),
                    ci_low = table.Column<decimal>(type: "numeric", nullable: true),
                    estimate = table.Column<decimal>(type: "numeric", nullable: true),
                    i2 = table.Column<decimal>(type: "numeric", nullable: true),
                    id = table.Column<string>(type: "text", nullable: false),
                    interventions = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    measure = table.Column<string>(type: "text", nullable: false),
                    measure_original = table.Column<string>(type: "text", nullable: false),
                    model = table.Column<string>(type: "text", nullable: false),
                    review = table.Column<string>(type: "text", nullable: false),
                    source_url = table.Column<string>(type: "text", nullable: false),
                    target_groups = table.Column<string>(type: "text", nullable: false),
                    trials = table.Column<int>(type: "integer", nullable: true),
                    year = table.Column<int>(type: "integer", nullable: true),
                    note_da = table.Column<string>(type: "text", nullable: false),
                    note_en = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pools", x => x.row_id);
                });

            migrationBuilder.CreateTable(
                name: "proposals",
                schema: "shared",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    studies_csv = table.Column<string>(type: "text", nullable: false),
                    findings_csv = table.Column<string>(type: "text", nullable: false),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_by_name = table.Column<string>(type: "text", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_by_name = table.Column<string>(type: "text", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    refused_why = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "studies",
                schema: "shared",
                columns: table => new
                {
                    row_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    to_version = table.Column<int>(type: "integer", nullable: true),
                    authors = table.Column<string>(type: "text", nullable: false),
                    country = table.Column<string>(type: "text", nullable: false),
                    design = table.Column<string>(type: "text", nullable: false),
                    geography = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    overlap_counts = table.Column<bool>(type: "boolean", nullable: false),
                    overlap_group = table.Column<string>(type: "text", nullable: false),
                    peer_reviewed = table.Column<string>(type: "text", nullable: false),
                    publication = table.Column<string>(type: "text", nullable: false),
                    publication_type = table.Column<string>(type: "text", nullable: false),
                    read_depth = table.Column<string>(type: "text", nullable: false),
                    sample_size = table.Column<int>(type: "integer", nullable: true),
                    source_kind = table.Column<string>(type: "text", nullable: false),
                    source_url = table.Column<string>(type: "text", nullable: false),
                    target_group_original = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: true),
                    note_da = table.Column<string>(type: "text", nullable: false),
                    note_en = table.Column<string>(type: "text", nullable: false),
                    overlap_note_da = table.Column<string>(type: "text", nullable: false),
                    overlap_note_en = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_studies", x => x.row_id);
                });

            migrationBuilder.CreateTable(
                name: "unknowns",
                schema: "shared",
                columns: table => new
                {
                    row_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    to_version = table.Column<int>(type: "integer", nullable: true),
                    id = table.Column<string>(type: "text", nullable: false),
                    interventions = table.Column<string>(type: "text", nullable: false),
                    source_url = table.Column<string>(type: "text", nullable: false),
                    target_groups = table.Column<string>(type: "text", nullable: false),
                    text_da = table.Column<string>(type: "text", nullable: false),
                    text_en = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unknowns", x => x.row_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_assessments_key_from_version",
                schema: "shared",
                table: "assessments",
                columns: new[] { "key", "from_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_baselines_key_from_version",
                schema: "shared",
                table: "baselines",
                columns: new[] { "key", "from_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_conclusions_key_from_version",
                schema: "shared",
                table: "conclusions",
                columns: new[] { "key", "from_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cues_key_from_version",
                schema: "shared",
                table: "cues",
                columns: new[] { "key", "from_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_findings_key_from_version",
                schema: "shared",
                table: "findings",
                columns: new[] { "key", "from_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pools_key_from_version",
                schema: "shared",
                table: "pools",
                columns: new[] { "key", "from_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_studies_key_from_version",
                schema: "shared",
                table: "studies",
                columns: new[] { "key", "from_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_unknowns_key_from_version",
                schema: "shared",
                table: "unknowns",
                columns: new[] { "key", "from_version" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assessments",
                schema: "shared");

            migrationBuilder.DropTable(
                name: "bank_versions",
                schema: "shared");

            migrationBuilder.DropTable(
                name: "baselines",
                schema: "shared");

            migrationBuilder.DropTable(
                name: "conclusions",
                schema: "shared");

            migrationBuilder.DropTable(
                name: "cues",
                schema: "shared");

            migrationBuilder.DropTable(
                name: "findings",
                schema: "shared");

            migrationBuilder.DropTable(
                name: "pools",
                schema: "shared");

            migrationBuilder.DropTable(
                name: "proposals",
                schema: "shared");

            migrationBuilder.DropTable(
                name: "studies",
                schema: "shared");

            migrationBuilder.DropTable(
                name: "unknowns",
                schema: "shared");
        }
    }
}
