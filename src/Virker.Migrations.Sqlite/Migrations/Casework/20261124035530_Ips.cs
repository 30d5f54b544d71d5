using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Virker.Migrations.Sqlite.Migrations.Casework
{
    /// <inheritdoc />
    public partial class Ips : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ips_advice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    citizen_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    adviser = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: false)
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    citizen_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    given_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true)
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    citizen_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    raised_by = table.Column<string>(type: "TEXT", nullable: false),
                    raised_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: false),
                    was_in_work = table.Column<bool>(type: "INTEGER", nullable: false),
                    worker_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day_zero = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    citizen_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    words = table.Column<byte[]>(type: "BLOB", nullable: false),
                    health = table.Column<byte[]>(type: "BLOB", nullable: true),
                    openness = table.Column<string>(type: "TEXT", nullable: false),
                    written_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    written_by = table.Column<Guid>(type: "TEXT", nullable: false)
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
                name: "ips_team_meetings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    worker_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ips_team_meetings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ips_contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    citizen_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    employer = table.Column<string>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    is_in_person = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_wished = table.Column<bool>(type: "INTEGER", nullable: false),
                    worker_id = table.Column<Guid>(type: "TEXT", nullable: false)
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    citizen_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    employer = table.Column<string>(type: "TEXT", nullable: false),
                    industry = table.Column<string>(type: "TEXT", nullable: true),
                    pay = table.Column<string>(type: "TEXT", nullable: false),
                    weekly_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    end_reason = table.Column<string>(type: "TEXT", nullable: true)
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
                name: "ips_courses");
        }
    }
}
