using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Training.Portal.Data.Migrations
{
    /// <inheritdoc />
    public partial class RehearsalsAndTemplates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "rehearses_at",
                table: "conferences",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "rehearses_until",
                table: "conferences",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "co_host",
                table: "conference_trainers",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "conference_templates",
                columns: table => new
                {
                    group_id = table.Column<int>(type: "integer", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    capacity = table.Column<int>(type: "integer", nullable: false),
                    programme = table.Column<string>(type: "text", nullable: false),
                    parts = table.Column<string>(type: "jsonb", nullable: false),
                    waitlist = table.Column<bool>(type: "boolean", nullable: false),
                    approval = table.Column<bool>(type: "boolean", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conference_templates", x => x.group_id);
                    table.ForeignKey(
                        name: "fk_conference_templates_groups_group_id",
                        column: x => x.group_id,
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_conferences_rehearsal",
                table: "conferences",
                sql: "(rehearses_at IS NULL) = (rehearses_until IS NULL) AND rehearses_at < rehearses_until AND rehearses_until <= starts_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "conference_templates");

            migrationBuilder.DropCheckConstraint(
                name: "ck_conferences_rehearsal",
                table: "conferences");

            migrationBuilder.DropColumn(
                name: "rehearses_at",
                table: "conferences");

            migrationBuilder.DropColumn(
                name: "rehearses_until",
                table: "conferences");

            migrationBuilder.DropColumn(
                name: "co_host",
                table: "conference_trainers");
        }
    }
}
