using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Training.Portal.Data.Migrations
{
    /// <inheritdoc />
    public partial class GroupDoors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "audience",
                table: "groups",
                type: "integer",
                nullable: false,
                defaultValue: 2); // Territorial

            migrationBuilder.AddColumn<string>(
                name: "territory",
                table: "groups",
                type: "text",
                nullable: false,
                defaultValue: "FR");

            migrationBuilder.AddColumn<string>(
                name: "theme",
                table: "groups",
                type: "text",
                nullable: false,
                defaultValue: "Other");

            migrationBuilder.CreateTable(
                name: "group_exclusions",
                columns: table => new
                {
                    group_id = table.Column<int>(type: "integer", nullable: false),
                    member_id = table.Column<int>(type: "integer", nullable: false),
                    by_id = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_exclusions", x => new { x.group_id, x.member_id });
                    table.ForeignKey(
                        name: "fk_group_exclusions_groups_group_id",
                        column: x => x.group_id,
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_group_exclusions_members_by_id",
                        column: x => x.by_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_group_exclusions_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "join_requests",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    group_id = table.Column<int>(type: "integer", nullable: false),
                    member_id = table.Column<int>(type: "integer", nullable: false),
                    message = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by_id = table.Column<int>(type: "integer", nullable: true),
                    accepted = table.Column<bool>(type: "boolean", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_join_requests", x => x.id);
                    table.CheckConstraint("ck_join_requests_answer", "(answered_at IS NULL) = (accepted IS NULL)");
                    table.ForeignKey(
                        name: "fk_join_requests_groups_group_id",
                        column: x => x.group_id,
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_join_requests_members_answered_by_id",
                        column: x => x.answered_by_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_join_requests_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_group_exclusions_by_id",
                table: "group_exclusions",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_group_exclusions_member_id",
                table: "group_exclusions",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "ix_join_requests_answered_by_id",
                table: "join_requests",
                column: "answered_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_join_requests_group_id_member_id",
                table: "join_requests",
                columns: new[] { "group_id", "member_id" },
                unique: true,
                filter: "answered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_join_requests_member_id",
                table: "join_requests",
                column: "member_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "group_exclusions");

            migrationBuilder.DropTable(
                name: "join_requests");

            migrationBuilder.DropColumn(
                name: "audience",
                table: "groups");

            migrationBuilder.DropColumn(
                name: "territory",
                table: "groups");

            migrationBuilder.DropColumn(
                name: "theme",
                table: "groups");
        }
    }
}
