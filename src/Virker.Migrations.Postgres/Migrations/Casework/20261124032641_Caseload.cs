using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Virker.Migrations.Postgres.Migrations.Casework
{
    /// <inheritdoc />
    public partial class Caseload : Migration
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

            migrationBuilder.CreateIndex(
                name: "ix_allocation_runs_asked_at",
                table: "allocation_runs",
                column: "asked_at");

            migrationBuilder.CreateIndex(
                name: "ix_caseload_rules_set_at",
                table: "caseload_rules",
                column: "set_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "allocation_runs");

            migrationBuilder.DropTable(
                name: "case_needs");

            migrationBuilder.DropTable(
                name: "caseload_rules");

            migrationBuilder.DropTable(
                name: "work_terms");
        }
    }
}
