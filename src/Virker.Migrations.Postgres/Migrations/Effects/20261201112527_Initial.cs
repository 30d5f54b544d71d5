using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Virker.Migrations.Postgres.Migrations.Effects
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "practice_reviews",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    result = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_practice_reviews", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "trials",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_hash = table.Column<string>(type: "text", nullable: true),
                    frozen_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    frozen_by = table.Column<Guid>(type: "uuid", nullable: true),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    closed_why = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trials", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "trial_looks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    trial_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    result = table.Column<string>(type: "text", nullable: false),
                    rows = table.Column<byte[]>(type: "bytea", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trial_looks", x => x.id);
                    table.ForeignKey(
                        name: "fk_trial_looks_trials_trial_id",
                        column: x => x.trial_id,
                        principalTable: "trials",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "trial_places",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    trial_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    arm = table.Column<byte[]>(type: "bytea", nullable: false),
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: true),
                    drawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    drawn_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trial_places", x => x.id);
                    table.ForeignKey(
                        name: "fk_trial_places_trials_trial_id",
                        column: x => x.trial_id,
                        principalTable: "trials",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "trial_refusals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    trial_id = table.Column<Guid>(type: "uuid", nullable: false),
                    citizen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trial_refusals", x => x.id);
                    table.ForeignKey(
                        name: "fk_trial_refusals_trials_trial_id",
                        column: x => x.trial_id,
                        principalTable: "trials",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_practice_reviews_day",
                table: "practice_reviews",
                column: "day",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_trial_looks_trial_id_kind",
                table: "trial_looks",
                columns: new[] { "trial_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_trial_places_citizen_id",
                table: "trial_places",
                column: "citizen_id");

            migrationBuilder.CreateIndex(
                name: "ix_trial_places_trial_id_citizen_id",
                table: "trial_places",
                columns: new[] { "trial_id", "citizen_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_trial_places_trial_id_number",
                table: "trial_places",
                columns: new[] { "trial_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_trial_refusals_trial_id_citizen_id",
                table: "trial_refusals",
                columns: new[] { "trial_id", "citizen_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "practice_reviews");

            migrationBuilder.DropTable(
                name: "trial_looks");

            migrationBuilder.DropTable(
                name: "trial_places");

            migrationBuilder.DropTable(
                name: "trial_refusals");

            migrationBuilder.DropTable(
                name: "trials");
        }
    }
}
