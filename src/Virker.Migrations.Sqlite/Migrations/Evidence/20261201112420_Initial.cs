using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Virker.Migrations.Sqlite.Migrations.Evidence
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "assessments",
                columns: table => new
                {
                    row_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    from_version = table.Column<int>(type: "INTEGER", nullable: false),
                    to_version = table.Column<int>(type: "INTEGER", nullable: true),
                    assessed_by_role = table.Column<string>(type: "TEXT", nullable: false),
                    assessed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    quality = table.Column<string>(type: "TEXT", nullable: false),
                    study_id = table.Column<string>(type: "TEXT", nullable: false),
                    reason_da = table.Column<string>(type: "TEXT", nullable: false),
                    reason_en = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessments", x => x.row_id);
                });

            migrationBuilder.CreateTable(
                name: "bank_versions",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "TEXT", nullable: false),
                    entered_by = table.Column<string>(type: "TEXT", nullable: false),
                    approved_by = table.Column<string>(type: "TEXT", nullable: true),
                    content_hash = table.Column<string>(type: "TEXT", nullable: false),
                    shipped_hash = table.Column<string>(type: "TEXT", nullable: true),
                    note_da = table.Column<string>(type: "TEXT", nullable: false),
                    note_en = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bank_versions", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "baselines",
                columns: table => new
                {
                    row_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    from_version = table.Column<int>(type: "INTEGER", nullable: false),
                    to_version = table.Column<int>(type: "INTEGER", nullable: true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    interventions = table.Column<string>(type: "TEXT", nullable: false),
                    months = table.Column<decimal>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", nullable: false),
                    percent = table.Column<decimal>(type: "TEXT", nullable: false),
                    source_url = table.Column<string>(type: "TEXT", nullable: false),
                    target_groups = table.Column<string>(type: "TEXT", nullable: false),
                    text_da = table.Column<string>(type: "TEXT", nullable: false),
                    text_en = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_baselines", x => x.row_id);
                });

            migrationBuilder.CreateTable(
                name: "conclusions",
                columns: table => new
                {
                    row_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    from_version = table.Column<int>(type: "INTEGER", nullable: false),
                    to_version = table.Column<int>(type: "INTEGER", nullable: true),
                    basis_studies = table.Column<string>(type: "TEXT", nullable: false),
                    concluded_on = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    interventions = table.Column<string>(type: "TEXT", nullable: false),
                    may_enter_impact_calculations = table.Column<string>(type: "TEXT", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    source_url = table.Column<string>(type: "TEXT", nullable: false),
                    strength = table.Column<string>(type: "TEXT", nullable: false),
                    target_groups = table.Column<string>(type: "TEXT", nullable: false),
                    advice_da = table.Column<string>(type: "TEXT", nullable: false),
                    advice_en = table.Column<string>(type: "TEXT", nullable: false),
                    concluded_by_da = table.Column<string>(type: "TEXT", nullable: false),
                    concluded_by_en = table.Column<string>(type: "TEXT", nullable: false),
                    differs_note_da = table.Column<string>(type: "TEXT", nullable: false),
                    differs_note_en = table.Column<string>(type: "TEXT", nullable: false),
                    heading_da = table.Column<string>(type: "TEXT", nullable: false),
                    heading_en = table.Column<string>(type: "TEXT", nullable: false),
                    impact_note_da = table.Column<string>(type: "TEXT", nullable: false),
                    impact_note_en = table.Column<string>(type: "TEXT", nullable: false),
                    source_note_da = table.Column<string>(type: "TEXT", nullable: false),
                    source_note_en = table.Column<string>(type: "TEXT", nullable: false),
                    text_da = table.Column<string>(type: "TEXT", nullable: false),
                    text_en = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conclusions", x => x.row_id);
                });

            migrationBuilder.CreateTable(
                name: "cues",
                columns: table => new
                {
                    row_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    from_version = table.Column<int>(type: "INTEGER", nullable: false),
                    to_version = table.Column<int>(type: "INTEGER", nullable: true),
                    basis_studies = table.Column<string>(type: "TEXT", nullable: false),
                    confidence = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    interventions = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    source_url = table.Column<string>(type: "TEXT", nullable: false),
                    target_groups = table.Column<string>(type: "TEXT", nullable: false),
                    text_da = table.Column<string>(type: "TEXT", nullable: false),
                    text_en = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cues", x => x.row_id);
                });

            migrationBuilder.CreateTable(
                name: "findings",
                columns: table => new
                {
                    row_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    from_version = table.Column<int>(type: "INTEGER", nullable: false),
                    to_version = table.Column<int>(type: "INTEGER", nullable: true),
                    age = table.Column<string>(type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", nullable: false),
                    ci_high = table.Column<decimal>(type: "TEXT", nullable: true),
                    ci_low = table.Column<decimal>(type: "TEXT", nullable: true),
                    comparator = table.Column<string>(type: "TEXT", nullable: false),
                    direction = table.Column<string>(type: "TEXT", nullable: false),
                    education = table.Column<string>(type: "TEXT", nullable: false),
                    effect_type = table.Column<string>(type: "TEXT", nullable: false),
                    estimate = table.Column<decimal>(type: "TEXT", nullable: true),
                    estimate_unit = table.Column<string>(type: "TEXT", nullable: false),
                    events_control = table.Column<int>(type: "INTEGER", nullable: true),
                    events_treated = table.Column<int>(type: "INTEGER", nullable: true),
                    follow_up = table.Column<string>(type: "TEXT", nullable: false),
                    follow_up_months = table.Column<decimal>(type: "TEXT", nullable: true),
                    gender = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    intervention_original = table.Column<string>(type: "TEXT", nullable: false),
                    interventions = table.Column<string>(type: "TEXT", nullable: false),
                    measure = table.Column<string>(type: "TEXT", nullable: false),
                    n_control = table.Column<int>(type: "INTEGER", nullable: true),
                    n_treated = table.Column<int>(type: "INTEGER", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", nullable: false),
                    outcome_original = table.Column<string>(type: "TEXT", nullable: false),
                    pool = table.Column<string>(type: "TEXT", nullable: false),
                    se = table.Column<decimal>(type: "TEXT", nullable: true),
                    significant = table.Column<string>(type: "TEXT", nullable: false),
                    source_url = table.Column<string>(type: "TEXT", nullable: false),
                    study_id = table.Column<string>(type: "TEXT", nullable: false),
                    target_group_original = table.Column<string>(type: "TEXT", nullable: false),
                    target_groups = table.Column<string>(type: "TEXT", nullable: false),
                    basis_note_da = table.Column<string>(type: "TEXT", nullable: false),
                    basis_note_en = table.Column<string>(type: "TEXT", nullable: false),
                    note_da = table.Column<string>(type: "TEXT", nullable: false),
                    note_en = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_findings", x => x.row_id);
                });

            migrationBuilder.CreateTable(
                name: "pools",
                columns: table => new
                {
                    row_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    from_version = table.Column<int>(type: "INTEGER", nullable: false),
                    to_version = table.Column<int>(type: "INTEGER", nullable: true),
                    ci_high = table.Column<decimal>(type: "TEXT", nullable: true),
                    ci_low = table.Column<decimal>(type: "TEXT", nullable: true),
                    estimate = table.Column<decimal>(type: "TEXT", nullable: true),
                    i2 = table.Column<decimal>(type: "TEXT", nullable: true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    interventions = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    measure = table.Column<string>(type: "TEXT", nullable: false),
                    measure_original = table.Column<string>(type: "TEXT", nullable: false),
                    model = table.Column<string>(type: "TEXT", nullable: false),
                    review = table.Column<string>(type: "TEXT", nullable: false),
                    source_url = table.Column<string>(type: "TEXT", nullable: false),
                    target_groups = table.Column<string>(type: "TEXT", nullable: false),
                    trials = table.Column<int>(type: "INTEGER", nullable: true),
                    year = table.Column<int>(type: "INTEGER", nullable: true),
                    note_da = table.Column<string>(type: "TEXT", nullable: false),
                    note_en = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pools", x => x.row_id);
                });

            migrationBuilder.CreateTable(
                name: "proposals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    studies_csv = table.Column<string>(type: "TEXT", nullable: false),
                    findings_csv = table.Column<string>(type: "TEXT", nullable: false),
                    proposed_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    proposed_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    refused_why = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "studies",
                columns: table => new
                {
                    row_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    from_version = table.Column<int>(type: "INTEGER", nullable: false),
                    to_version = table.Column<int>(type: "INTEGER", nullable: true),
                    authors = table.Column<string>(type: "TEXT", nullable: false),
                    country = table.Column<string>(type: "TEXT", nullable: false),
                    design = table.Column<string>(type: "TEXT", nullable: false),
                    geography = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    method = table.Column<string>(type: "TEXT", nullable: false),
                    overlap_counts = table.Column<bool>(type: "INTEGER", nullable: false),
                    overlap_group = table.Column<string>(type: "TEXT", nullable: false),
                    peer_reviewed = table.Column<string>(type: "TEXT", nullable: false),
                    publication = table.Column<string>(type: "TEXT", nullable: false),
                    publication_type = table.Column<string>(type: "TEXT", nullable: false),
                    read_depth = table.Column<string>(type: "TEXT", nullable: false),
                    sample_size = table.Column<int>(type: "INTEGER", nullable: true),
                    source_kind = table.Column<string>(type: "TEXT", nullable: false),
                    source_url = table.Column<string>(type: "TEXT", nullable: false),
                    target_group_original = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: true),
                    note_da = table.Column<string>(type: "TEXT", nullable: false),
                    note_en = table.Column<string>(type: "TEXT", nullable: false),
                    overlap_note_da = table.Column<string>(type: "TEXT", nullable: false),
                    overlap_note_en = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_studies", x => x.row_id);
                });

            migrationBuilder.CreateTable(
                name: "unknowns",
                columns: table => new
                {
                    row_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    from_version = table.Column<int>(type: "INTEGER", nullable: false),
                    to_version = table.Column<int>(type: "INTEGER", nullable: true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    interventions = table.Column<string>(type: "TEXT", nullable: false),
                    source_url = table.Column<string>(type: "TEXT", nullable: false),
                    target_groups = table.Column<string>(type: "TEXT", nullable: false),
                    text_da = table.Column<string>(type: "TEXT", nullable: false),
                    text_en = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unknowns", x => x.row_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_assessments_key_from_version",
                table: "assessments",
                columns: new[] { "key", "from_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_baselines_key_from_version",
                table: "baselines",
                columns: new[] { "key", "from_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_conclusions_key_from_version",
                table: "conclusions",
                columns: new[] { "key", "from_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cues_key_from_version",
                table: "cues",
                columns: new[] { "key", "from_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_findings_key_from_version",
                table: "findings",
                columns: new[] { "key", "from_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pools_key_from_version",
                table: "pools",
                columns: new[] { "key", "from_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_studies_key_from_version",
                table: "studies",
                columns: new[] { "key", "from_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_unknowns_key_from_version",
                table: "unknowns",
                columns: new[] { "key", "from_version" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assessments");

            migrationBuilder.DropTable(
                name: "bank_versions");

            migrationBuilder.DropTable(
                name: "baselines");

            migrationBuilder.DropTable(
                name: "conclusions");

            migrationBuilder.DropTable(
                name: "cues");

            migrationBuilder.DropTable(
                name: "findings");

            migrationBuilder.DropTable(
                name: "pools");

            migrationBuilder.DropTable(
                name: "proposals");

            migrationBuilder.DropTable(
                name: "studies");

            migrationBuilder.DropTable(
                name: "unknowns");
        }
    }
}
